using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Code requires several variables, and nothing in the repository lists them: no template, environment file or target.</summary>
internal sealed class EnvTemplateMissing : Rule<Component>
{
    private const int Several = 3;
    private const int Many = 5;
    private const int MostPlaces = 12;

    private static readonly string[] ToolDirectories = ["/scripts/", "/script/", "/extra/", "/tools/", "/hack/", "/dev/", "/ci/"];

    private static readonly PerDeployment<ILookup<Component, Workload>> Supplied = new(deployment =>
        deployment
            .Workloads.SelectMany(workload => workload.Components, (workload, component) => new { workload, component })
            .ToLookup(pair => pair.component, pair => pair.workload)
    );

    // Variables in documents, and in Heroku's app.json.
    private static readonly PerDeployment<HashSet<string>> Listed = new(deployment =>
        deployment
            .Of<Document>()
            .SelectMany(document => document.Variables)
            .Concat(deployment.Of<HerokuApp>().SelectMany(app => app.Env).Select(variable => variable.Name.Value))
            .ToHashSet(StringComparer.Ordinal)
    );

    private static readonly PerDeployment<HashSet<string>> Dependencies = new(deployment =>
        deployment
            .Of<PackageJson>()
            .SelectMany(package => package.Dependencies)
            .Select(dependency => dependency.Name)
            .ToHashSet(StringComparer.Ordinal)
    );

    private static readonly PerDeployment<WrittenVariables> Written = new(deployment => new WrittenVariables(
        deployment,
        deployment.Components.Where(IsJudged).SelectMany(Needed).Select(read => read.Name)
    ));

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/env-template-missing",
            IsPractice = true,
            Title = "Missing .env template",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Rationale = "A new deployment has to find the required variables in the source, one by one.",
            Holds = "A template, an environment file or a target lists the required variables.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment) => deployment.Components.Where(IsJudged);

    protected override Subject Identify(Component subject) => new(subject.Name, Needed(subject)[0].Span);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment)
    {
        if (IsLibrary(subject, deployment) || EnvFileDirectories.Of(deployment).IsAboveOrBelow(subject.Root))
        {
            yield break;
        }

        var needed = Needed(subject);
        var given = Supplied
            .Of(deployment)[subject]
            .SelectMany(workload => workload.Supplied)
            .Select(variable => variable.Name)
            .ToHashSet(StringComparer.Ordinal);
        bool IsGiven(string name) => given.Contains(name) || Listed.Of(deployment).Contains(name);
        var missing = needed.Where(read => !IsGiven(read.Name) && !Written.Of(deployment).Hold(read.Name)).ToList();
        if (IsEnough(missing) && !Written.Of(deployment).AreTogether([.. missing.Select(read => read.Name)]))
        {
            var file = subject.Root.Length == 0 ? ".env.example" : $"{subject.Root}/.env.example";
            yield return Warn(
                    missing[0].Span,
                    $"{subject.Title} reads at least {missing.Count} variables without a default ({VariableWords.List([.. missing.Select(read => read.Name)])}), but no {file} or other file lists them."
                )
                .Related(missing.Skip(1).Take(MostPlaces).Select(read => read.Span))
                .Remedy($"Add {file} with these variables{Beside(subject, missing, IsGiven)}, example values, and a comment on each.")
                .Verify($"test -f {file}");
        }
    }

    /// <summary>The other variables of the same files, which may be required as well: without them the template would be incomplete.</summary>
    private static string Beside(Component component, List<EnvironmentRead> missing, Predicate<string> isGiven)
    {
        var files = missing.Select(read => read.Span.File).ToHashSet();
        var names = missing.Select(read => read.Name).ToHashSet(StringComparer.Ordinal);
        List<string> others =
        [
            .. component
                .Code.Where(file => files.Contains(file.File))
                .SelectMany(file => file.EnvironmentReads)
                .Where(read => read is { Default: null, Demand: not Demand.Optional, MayFallBack: false })
                .Select(read => read.Name)
                .Where(name => !AmbientVariables.IsPresent(name) && !isGiven(name) && !names.Contains(name))
                .Distinct(StringComparer.Ordinal),
        ];
        return others.Count == 0 ? "" : $", the others of the same files ({VariableWords.List(others)})";
    }

    /// <summary>A dependency of other packages runs in their environment.</summary>
    private static bool IsLibrary(Component component, Deployment deployment) =>
        deployment.In<PackageJson>(component.Root).FirstOrDefault() is { Name: { } name } own
        && (IsPublished(own) || Dependencies.Of(deployment).Contains(name.Value));

    /// <summary>It exports modules and starts nothing.</summary>
    private static bool IsPublished(PackageJson package) =>
        package is { IsPrivate: false, Binaries.Count: 0, Exports.Count: > 0 }
        && !package.Scripts.Any(script => script.Name is "start" or "serve");

    // .NET programs list their keys in appsettings.json.
    private static bool IsJudged(Component component) => component.Language is not Language.CSharp && IsEnough(Needed(component));

    private static bool IsEnough(List<EnvironmentRead> reads) =>
        reads.Count >= Many || (reads.Count >= Several && reads[0].Demand == Demand.Required);

    private static List<EnvironmentRead> Needed(Component component) =>
        [
            .. component
                .Code.Where(file => !IsTool(file))
                .SelectMany(file => file.EnvironmentReads)
                .Where(read =>
                    read is { Default: null, Demand: not Demand.Optional, MayFallBack: false } && !AmbientVariables.IsSetByOthers(read.Name)
                )
                .Where(read => read.Demand == Demand.Required || AmbientVariables.IsForSomebodyToSupply(read.Name))
                .OrderByDescending(read => (int)read.Demand)
                .DistinctBy(read => read.Name),
        ];

    private static bool IsTool(CodeFile file) =>
        ToolDirectories.Any(directory => ("/" + file.File.Path).Contains(directory, StringComparison.Ordinal))
        || file.File.Name is "build.rs"
        || file.File.Name.Contains(".config.", StringComparison.Ordinal);
}
