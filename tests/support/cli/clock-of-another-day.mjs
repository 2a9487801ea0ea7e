// Loaded into a process before its program: moves its clock by CLOCK_SHIFT_DAYS, as if it ran on another day.
const shift = Number(process.env.CLOCK_SHIFT_DAYS) * 86_400_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length === 0 ? [RealDate.now() + shift] : values));
  }

  static now() {
    return RealDate.now() + shift;
  }
};
