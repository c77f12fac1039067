// Loaded before a server whose clock a test moves: the time is so much ahead of the machine's as the test last said.
const MachineDate = Date;
let aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);

globalThis.Date = class extends MachineDate {
  constructor(...given) {
    if (given.length === 0) super(MachineDate.now() + aheadMs);
    else super(...given);
  }

  static now() {
    return MachineDate.now() + aheadMs;
  }
};

process.on('message', (ms) => {
  aheadMs = ms;
  process.send('moved');
});
process.channel?.unref();
