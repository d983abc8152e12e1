using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Running;

/// <summary>The ledger of one project on the disk.</summary>
public sealed class LedgerFile(StateDirectory state, string by, TimeProvider clock, SecretMask mask)
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

    public void Write(LedgerEntry entry) => state.Append(LedgerLines.Write(Masked(entry) with { At = clock.GetUtcNow(), By = by }));

    private LedgerEntry Masked(LedgerEntry entry) => entry.Detail is { } detail ? entry with { Detail = mask.Of(detail) } : entry;
}
