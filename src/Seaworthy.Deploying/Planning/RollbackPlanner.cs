using System.Globalization;
using Seaworthy.Deploying.Ledger;

namespace Seaworthy.Deploying.Planning;

/// <summary>From the release that runs to one whose containers are kept.</summary>
public static class RollbackPlanner
{
    public static DeployPlan Of(
        ReleaseRecord current,
        ReleaseRecord to,
        ObservedState observed,
        ProxyLayout? proxy,
        int release,
        TimeSpan watch
    )
    {
        ArgumentNullException.ThrowIfNull(to);
        IReadOnlyList<Change> changes =
        [
            .. to
                .Services.Where(pair => pair.Value.Containers.Count > 0)
                .Select(pair => new Change(pair.Key, pair.Value, [.. observed.Running(pair.Key).Select(container => container.Name)]))
                .Where(change => !change.To.Containers.SequenceEqual(change.Running))
                .OrderBy(change => change.Service, StringComparer.Ordinal),
        ];
        if (changes.Count == 0)
        {
            return new DeployPlan(release, []);
        }

        var moved = changes.Where(change => change.To.IsStartFirst).ToList();
        return new DeployPlan(
            release,
            [
                .. changes
                    .Where(change => !change.To.IsStartFirst)
                    .Select(change =>
                        Step(
                            "replace",
                            StepKind.Replace,
                            change,
                            proxy,
                            "Start the kept container again in the place of the one that runs",
                            "start the one that runs now again"
                        )
                    ),
                .. moved.Select(change =>
                    Step("start", StepKind.Start, change, proxy, "Start the kept containers again beside those that serve", "stop them")
                ),
                .. moved.Select(change => Step("health", StepKind.Health, change, proxy, "Wait until they are well", "")),
                .. moved.Select(change => Step("switch", StepKind.Switch, change, proxy, "Move the traffic to them", "move it back")),
                new DeployStep("watch", StepKind.Watch, $"Watch answers, restarts and memory for {ShortTime.Text(watch)}")
                {
                    Containers = [.. changes.SelectMany(change => change.To.Containers)],
                },
                new DeployStep(
                    "promote",
                    StepKind.Promote,
                    string.Create(CultureInfo.InvariantCulture, $"Release {to.Number} counts again, as {release}")
                ),
                .. moved.Select(change => Step("retire", StepKind.Retire, change, proxy, "Stop those that served, and keep them", "")),
            ]
        );
    }

    private static DeployStep Step(string verb, StepKind kind, Change change, ProxyLayout? proxy, string what, string undo) =>
        new($"{verb}/{change.Service}", kind, $"{what} ({change.Service})")
        {
            Service = change.Service,
            Containers = change.To.Containers,
            Replaced = change.Running,
            Backends = [.. proxy?.Of(change.Service) ?? []],
            GraceSeconds = change.To.GraceSeconds,
            IsRevival = true,
            Undo = undo,
        };

    private sealed record Change(string Service, ServiceRecord To, IReadOnlyList<string> Running);
}
