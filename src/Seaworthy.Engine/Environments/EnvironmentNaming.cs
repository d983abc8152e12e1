using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Engine.Environments;

/// <summary>What an environment is called, and why: by the names of files and directories, by what its services are built for, by what starts when nobody says which.</summary>
internal sealed class EnvironmentNaming(Deployment deployment)
{
    private const string Default = "default";

    // Each directory in them is an environment, whatever its name.
    private static readonly HashSet<string> OfEnvironments = new(StringComparer.OrdinalIgnoreCase)
    {
        "overlays",
        "overlay",
        "environments",
        "environment",
        "envs",
        "env",
        "stages",
    };

    private readonly ILookup<TargetEnvironment, Fact<string>> deploys = deployment
        .Of<Workflow>()
        .SelectMany(workflow => workflow.Jobs)
        .Select(job => job.DeploysTo)
        .OfType<DeploymentEnvironment>()
        .Where(environment => environment.Name.Literal is not null)
        .ToLookup(
            environment => EnvironmentName.Of(environment.Name.Literal ?? ""),
            environment => new Fact<string>("a workflow deploys to it", environment.Span)
        );

    /// <summary>Null for a target that is no environment.</summary>
    public NamedTarget? Of(Target target) => target.Kind == TargetKind.Kubernetes ? OfDirectory(target) : OfFile(target);

    /// <summary>Names that only the others of a family can tell.</summary>
    public IReadOnlyList<NamedTarget> Settle(IReadOnlyList<NamedTarget> family)
    {
        var purposes = family.Select(target => target.Purpose).ToHashSet();
        var settled = family
            .Where(target => target.Column.Length > 0 || !IsBase(target, family))
            .Select(target => target.Column.Length > 0 ? target : AsDefault(target, purposes))
            .ToList();
        // Two files for one purpose are two environments; the namespaces of one overlay are one.
        return
        [
            .. settled.Select(target =>
                target.Target.Kind != TargetKind.Kubernetes
                && settled.Exists(other => !ReferenceEquals(other, target) && other.Column == target.Column)
                    ? target with
                    {
                        Column = $"{target.Column} ({target.Target.Files[^1].Name})",
                    }
                    : target
            ),
        ];
    }

    /// <summary>What the others of a family load before their own file is no environment of its own beside two that are.</summary>
    private static bool IsBase(NamedTarget target, IReadOnlyList<NamedTarget> family) =>
        family.Where(other => other.Target.Files.Count > 1 && other.Target.Files[0] == target.Target.Files[0]).Skip(1).Any();

    private static NamedTarget AsDefault(NamedTarget target, HashSet<TargetEnvironment> purposes) =>
        target with
        {
            Column = Default,
            // Beside a file for production, what starts by itself is for trials, and the other way round.
            Purpose =
                purposes.Contains(TargetEnvironment.Development) ? TargetEnvironment.Unstated
                : purposes.Contains(TargetEnvironment.Production) || purposes.Contains(TargetEnvironment.Staging)
                    ? TargetEnvironment.Development
                : TargetEnvironment.Unstated,
            Because =
            [
                new Fact<string>(
                    target.Target.Kind == TargetKind.Script ? "what holds when nobody says which" : "what starts when nobody says which",
                    target.Target.Files[^1].Whole
                ),
            ],
        };

    private NamedTarget? OfDirectory(Target target)
    {
        // "k8s/overlays/dev (data-plane)": one of its namespaces.
        var path = target.Name.Split(" (")[0].Split('/');
        var at = Array.FindLastIndex(path, part => EnvironmentName.Of(part) != TargetEnvironment.Unstated);
        if (path.Length > 1 && OfEnvironments.Contains(path[^2]))
        {
            at = path.Length - 1;
        }

        return at < 0
            ? null
            : new NamedTarget(
                target,
                string.Join('/', path[..at].Concat(path[(at + 1)..])),
                path[at],
                EnvironmentName.Of(path[at]),
                [
                    new Fact<string>("the name of its directory", target.Files[0].Whole),
                    .. deploys[EnvironmentName.Of(path[at])].Where(fact => EnvironmentName.Of(path[at]) != TargetEnvironment.Unstated),
                ]
            );
    }

    private NamedTarget? OfFile(Target target)
    {
        var file = target.Files[^1];
        var isNamed = EnvironmentName.Of(file.Path) != TargetEnvironment.Unstated;
        var family = isNamed && EnvironmentName.Of(file.Name) == TargetEnvironment.Unstated ? Without(file.Directory) : file.Directory;
        return target.Environment != TargetEnvironment.Unstated
                ? new NamedTarget(
                    target,
                    family,
                    Word(target.Environment),
                    target.Environment,
                    [
                        new Fact<string>(
                            isNamed ? "its name says so"
                                : target.Kind == TargetKind.Compose ? "its services run from sources, or stand beside the program"
                                : "a platform runs it",
                            file.Whole
                        ),
                        .. deploys[target.Environment],
                    ]
                )
            : ComposeFileNames.Usual.Contains(file.Name) ? new NamedTarget(target, family, "", TargetEnvironment.Unstated, [])
            : null;
    }

    /// <summary>A directory without the part that names the environment: <c>deploy/prod</c> and <c>deploy/staging</c> are variants of <c>deploy</c>.</summary>
    private static string Without(string directory)
    {
        var parts = directory.Split('/');
        var at = Array.FindLastIndex(parts, part => EnvironmentName.Of(part) != TargetEnvironment.Unstated);
        return string.Join('/', parts.Where((_, index) => index != at));
    }

    public static string Word(TargetEnvironment environment) =>
        environment switch
        {
            TargetEnvironment.Development => "development",
            TargetEnvironment.Test => "test",
            TargetEnvironment.Staging => "staging",
            _ => "production",
        };
}
