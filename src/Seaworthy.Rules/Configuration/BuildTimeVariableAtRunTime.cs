using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable that a bundler inlines during the image build is set only for the container.</summary>
internal sealed class BuildTimeVariableAtRunTime : Rule<IReadOnlyList<WorkloadVariables>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/build-time-variable-at-run-time",
            Title = "Build-time variable set too late",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "The bundle is built without the value, so in the browser it is undefined or the default in the code.",
            Holds = "The build has the variables that the bundler inlines.",
        };

    public override IEnumerable<IReadOnlyList<WorkloadVariables>> Subjects(Deployment deployment) =>
        deployment
            .Variables.Where(variables =>
                variables.Workload.Image is not null && variables.Uses.Any(use => use.IsBuildTime && PlaceOf(use) is not null)
            )
            .GroupBy(variables => variables.Workload.Image?.Dockerfile.File.Path)
            .Select(same => same.ToList());

    /// <summary>A development server builds the bundle per request, with its own environment.</summary>
    private static bool BundlesAsItRuns(Workload workload) =>
        workload.Start?.Commands.Any(command =>
            command.Words.Any(word => word.Literal is "expo") && command.Words.Any(word => word.Literal is "start")
            || command.Words.Any(word => word.Literal is "vite" or "next" or "nuxt") && command.Words.Any(word => word.Literal is "dev")
        )
            is true;

    protected override Subject Identify(IReadOnlyList<WorkloadVariables> subject) =>
        new(subject[0].Workload.Name, subject[0].Workload.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<WorkloadVariables> subject, Deployment deployment)
    {
        var all = subject
            .Where(variables => !BundlesAsItRuns(variables.Workload))
            .SelectMany(variables => variables.Uses)
            .Where(use =>
                use
                    is { FixedAt: not null, Supply.Origin: not (SupplyOrigin.ImageEnv or SupplyOrigin.DotEnvLoader) }
                        or { FixedAt: not null, Promised: not null }
            )
            // Under another name, which the code reads as well, it may be meant for another program of the image.
            .Where(use => (use.Promised is not null || use.Supply?.Name == use.Name) && !IsFallback(use))
            .ToList();
        var late = all.DistinctBy(use => use.Name).ToList();
        var name = subject[0].Workload.Name;
        if (late is not [{ FixedAt: { } step } first, ..] || PlaceOf(first) is not { } place)
        {
            yield break;
        }

        List<string> names = [.. late.Select(use => use.Name)];
        var message =
            $"{name} gets {VariableWords.List(names)} at start, but the bundler inlines {(names.Count == 1 ? "it" : "them")} at {step}, where {(names.Count == 1 ? "it is" : "they are")} not set";
        var isReplaced = late.TrueForAll(use => use.MayBeReplacedAtStart);
        var verdict =
            isReplaced ? Warn(place, $"{message}. A script can only replace text that is in the bundle.")
            : late.Exists(use => use.MayRunOnServer)
                ? Warn(place, $"{message}. Only server code still reads {(names.Count == 1 ? "it" : "them")}.")
            // A script of the image, a proxy's template or the platform may still insert it.
            : LikelyFail(place, $"{message}.");
        yield return verdict
            .Related(step, "bundle built here")
            .Related(all.Skip(1).Select(PlaceOf).OfType<SourceSpan>())
            .Related(late.Select(use => use.Strongest.Span), "read here")
            .Remedy($"Declare {string.Join(", ", names.Select(one => $"`ARG {one}`"))} before {step}, and {Passed(all, names.Count == 1)}.")
            .Verify(
                $"git grep -nE {$"^\\s*ARG +({string.Join('|', names)})"} -- {step.File.Path}   # must find {(names.Count == 1 ? "it" : "each")}"
            );
    }

    /// <remarks>Sources: Render documentation, "Docker on Render": environment variables become build arguments; Railway documentation, "Dockerfiles", build-time variables.</remarks>
    private static string Passed(IReadOnlyList<VariableUse> uses, bool isOne)
    {
        var them = isOne ? "it" : "them";
        return string.Join(
            "; ",
            uses.GroupBy(use => use.Workload.Kind is TargetKind.Render or TargetKind.Railway ? use.Workload.Kind : TargetKind.Script)
                .Select(same =>
                    same.Key == TargetKind.Script
                        ? $"pass {them} as {(isOne ? "a build argument" : "build arguments")} instead of at {Places(same)}"
                        : $"leave {them} at {Places(same)}: {same.Key} passes a service's variables to its build as arguments"
                )
        );
    }

    private static string Places(IEnumerable<VariableUse> uses) => PlaceList.Of(uses.Select(PlaceOf).OfType<SourceSpan>());

    /// <summary>Where it is set for the container, or in a template for that.</summary>
    private static SourceSpan? PlaceOf(VariableUse use) => use.Supply?.Span ?? use.Promised?.Span;

    /// <summary>The bundle has the same value without it, or the value is empty.</summary>
    private static bool IsFallback(VariableUse use) =>
        (use.Supply?.Value.Text ?? use.Promised?.Value?.Literal) is { } value
        && (value.Length == 0 || use.Reads.All(read => read.Default is CodeValue.Literal literal && literal.Text == value));
}
