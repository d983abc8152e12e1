using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Services of a compose project may use all memory and CPUs of the host.</summary>
internal sealed class NoResourceLimits : Rule<Target>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/no-resource-limits",
            IsPractice = true,
            Title = "Missing resource limits",
            Area = Area.Scaling,
            Severity = Severity.Low,
            Rationale = "One leak uses up the memory of the host, and the kernel may kill any process, even the database.",
            Holds = "Every service has a memory, CPU or heap limit.",
        };

    private static readonly PerDeployment<HashSet<string>> RunForATask = new(deployment =>
        deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Of<Document>().SelectMany(document => document.Commands))
            .Where(command =>
                command.Program is "docker" or "docker-compose" or "podman"
                && command.Words.Any(word => word.Literal is "compose" or "docker-compose")
            )
            .SelectMany(command => command.Words.SkipWhile(word => word.Literal != "run"))
            .Select(word => word.Literal)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal)
    );

    public override IEnumerable<Target> Subjects(Deployment deployment) =>
        deployment.Targets.Where(target =>
            target
                is {
                    Kind: TargetKind.Compose,
                    Environment: TargetEnvironment.Production or TargetEnvironment.Staging or TargetEnvironment.Unstated,
                    PartialBecause: null,
                }
            && !RefusedProject.Is(target, deployment)
        );

    protected override Subject Identify(Target subject) => new(subject.Name, subject.Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(Target subject, Deployment deployment)
    {
        var lasting = subject
            .Workloads.Where(workload => !workload.IsOneShot && !IsForDevelopment(workload) && !IsRunForATask(workload, deployment))
            .ToList();
        var free = lasting.Where(workload => workload.ResourceLimits is null && !BoundsItsHeap(workload)).ToList();
        if (free.Count > 0)
        {
            var limited = lasting.Where(workload => workload.ResourceLimits is not null).Select(workload => workload.Name).ToList();
            var others = limited.Count == 0 ? "" : $"; {string.Join(", ", limited)} {(limited.Count == 1 ? "has" : "have")} one";
            var names = NameList.Of(free.ConvertAll(workload => workload.Name), MostPlaces);
            yield return Warn(
                    free[0].Span,
                    $"{names} in {subject.Name} {(free.Count == 1 ? "has" : "have")} no memory or CPU limit{others}."
                )
                .Related(free.Skip(1).Take(MostPlaces).Select(workload => workload.Span))
                .Related(
                    subject
                        .Workloads.Where(workload => workload.ResourceLimits is not null)
                        .Take(1)
                        .Select(workload => workload.ResourceLimits ?? workload.Span)
                )
                .Remedy($"Add {Limit(free[0], deployment)}, adjusted to the service.{Origin(free[0].Span.File, deployment.Tree)}")
                .Verify($"{TargetCommand.Compose(subject.Name, deployment)} config {free[0].Name} | grep -E 'mem_limit|memory|cpus'");
        }
    }

    /// <summary>The limit with its place: readers of version 2 may not know <c>deploy</c>, and a second <c>deploy</c> is invalid.</summary>
    /// <remarks>Source: Docker documentation, "Compose file version 2 reference" (<c>mem_limit</c>), "Compose file version 3 reference" (<c>deploy</c>).</remarks>
    private static string Limit(Workload workload, Deployment deployment)
    {
        const string limits = "limits: { memory: 512M }";
        var file = deployment.At<ComposeFile>(workload.Span.File.Path);
        return file?.Version?.Value is ['2', ..] ? $"`mem_limit: 512m` at {workload.Span}"
            : file?.FindService(workload.Name)?.Deploy is not { } deploy ? $"`deploy: {{ resources: {{ {limits} }} }}` at {workload.Span}"
            : deploy.Reservations is null ? $"`resources: {{ {limits} }}` to the `deploy` of {workload.Span}"
            : $"`{limits}` to the `deploy.resources` of {workload.Span}";
    }

    /// <summary>Changes to a generated file are lost when it is generated again.</summary>
    private static string Origin(SourceFile file, RepositoryTree tree) =>
        file.Directory.Split('/').Contains("generated", StringComparer.Ordinal)
        && tree.Files.FirstOrDefault(other => IsTemplateOf(other.Path, file.Name)) is { Path: var template }
            ? $" Change {template} too, from which {file.Path} seems to be generated."
            : "";

    private static bool IsTemplateOf(string path, string name) =>
        path.EndsWith(".j2", StringComparison.Ordinal)
        && path[(path.LastIndexOf('/') + 1)..^".j2".Length] is var made
        && (made == name || made == name[..name.LastIndexOf('.')]);

    /// <summary>With a heap limit a leak ends the program before it uses up the host. An equal container limit would end it earlier.</summary>
    /// <remarks>Source: Java SE documentation, "The java Command", "-Xmx".</remarks>
    private static bool BoundsItsHeap(Workload workload) =>
        workload.Start?.Commands.Any(command =>
            command.Program == "java" && command.Arguments.Any(word => word.Prefix.StartsWith("-Xmx", StringComparison.Ordinal))
        )
            is true;

    private static bool IsForDevelopment(Workload workload) =>
        workload.Profiles.Count > 0 && workload.Profiles.All(ProfileNames.IsForDevelopment);

    /// <summary><c>docker compose run --rm tools make test</c>: it publishes no port and runs for one task only.</summary>
    private static bool IsRunForATask(Workload workload, Deployment deployment) =>
        workload.Ports.Count == 0 && !Serves(workload) && RunForATask.Of(deployment).Contains(workload.Name);

    /// <summary>PHP-FPM publishes no port and also runs Composer, but keeps running behind a web server.</summary>
    private static bool Serves(Workload workload) =>
        workload.Listens.Ports.Count > 0
        || workload.Image?.Final.PublicBase?.Ports.Any(port => workload.KnownAt(port.Number) is not null) == true;
}
