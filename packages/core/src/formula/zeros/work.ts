/**
 * What a search may cost, in nodes of trees that are evaluated; a bound that is the same on every machine.
 */
export class Work {
  private spent = 0;

  constructor(private readonly allowed: number) {}

  spend(nodes: number): void {
    this.spent += nodes;
  }

  get used(): number {
    return this.spent;
  }

  get isUsedUp(): boolean {
    return this.spent > this.allowed;
  }
}
