using Seaworthy.Deploying.Ledger;

namespace Seaworthy.Deploying.Running;

/// <summary>The ledger of one project on the disk.</summary>
public sealed class LedgerFile(StateDirectory state, string by, TimeProvider clock)
{
    public History Read() => new(LedgerLines.Read(state.ReadLedger()));

    public void Write(LedgerEvent what, int? release = null, string? step = null, string? detail = null) =>
        Write(
            new LedgerEntry(clock.GetUtcNow(), what)
            {
                Release = release,
                Step = step,
                Detail = detail,
            }
        );

    public void Write(LedgerEntry entry) => state.Append(LedgerLines.Write(entry with { At = clock.GetUtcNow(), By = by }));
}
