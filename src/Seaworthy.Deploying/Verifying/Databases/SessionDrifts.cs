using System.Globalization;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>Locks and transactions that last for long. Pure.</summary>
internal static class SessionDrifts
{
    public static Verification Of(string service, DatabaseFacts facts) =>
        facts.HidesSessions
            ? Verification.Of(
                [],
                [],
                [new OpenQuestion(DriftKind.Sessions, service, $"the user of {service} does not see what others do", IsFault: false)]
            )
            : Seen(service, facts);

    private static Verification Seen(string service, DatabaseFacts facts) =>
        Verification.Of(
            [DriftKind.Sessions],
            facts
                .Transactions.DistinctBy(each => new { each.Process, each.Table })
                .Select(each =>
                    each.Table is { } table
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"session {each.Process}{Name(each)} of {service} holds {each.Lock} on {table}, in a transaction that is open for {each.Seconds} s ({each.State})"
                        )
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"session {each.Process}{Name(each)} of {service} has a transaction open for {each.Seconds} s ({each.State})"
                        )
                )
                .Concat(
                    facts.Waits.Select(wait =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"session {wait.Process} of {service} waits for a lock since {wait.Seconds} s{(wait.BlockedBy > 0 ? $", which session {wait.BlockedBy} holds" : "")}"
                        )
                    )
                )
                .Select(text => new Drift(DriftKind.Sessions, service, text))
        );

    private static string Name(OpenTransaction transaction) => transaction.Application.Length > 0 ? $" ({transaction.Application})" : "";
}
