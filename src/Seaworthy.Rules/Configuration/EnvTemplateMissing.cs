using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Code needs several variables, and nothing in the repository lists them: no template, no env file, no target.</summary>
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

    // What documents name, and what Heroku asks for by app.json.
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

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/env-template-missing",
            Title = "No template for the variables that code needs",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Rationale = "Whoever sets it up anew has to find the names that it needs in its source, one by one.",
            Holds = "What the code needs is listed in a template, an env file, or a target.",
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
        var missing = needed.Where(read => !IsGiven(read.Name) && !IsWritten(read.Name, deployment)).ToList();
        if (IsEnough(missing) && !IsListedTogether(missing, deployment))
        {
            var file = subject.Root.Length == 0 ? ".env.example" : $"{subject.Root}/.env.example";
            yield return Warn(
                    missing[0].Span,
                    $"{subject.Title} reads at least {missing.Count} variables with no default beside them ({VariableWords.List([.. missing.Select(read => read.Name)])}), but there is no {file} and nothing else that lists them."
                )
                .Related(missing.Skip(1).Take(MostPlaces).Select(read => read.Span))
                .Remedy($"Add {file} with these names{Beside(subject, missing, IsGiven)}, harmless example values, and a sentence on each.")
                .Verify($"test -f {file}");
        }
    }

    /// <summary>What the same files read besides, whose names do not tell whether somebody has to give it: a template without would be half a list.</summary>
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
        return others.Count == 0 ? "" : $", those that are read beside them ({VariableWords.List(others)})";
    }

    /// <summary>One text that is no code has most of the names: whatever it is called, and whoever reads it, it is the list.</summary>
    private static bool IsListedTogether(List<EnvironmentRead> missing, Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not (CodeFile or SecretFile or LockFile))
            .Any(artifact =>
                missing.Count(read => artifact.File.Text.Contains(read.Name, StringComparison.Ordinal)) * 3 >= missing.Count * 2
            );

    /// <summary>Some text lists it that is read for something else.</summary>
    private static bool IsWritten(string name, Deployment deployment) =>
        // A job that gives them lists them.
        deployment.Of<Workflow>().Any(workflow => workflow.File.Text.Contains($"{name}:", StringComparison.Ordinal))
        // So does a list of another form: environment-variables.txt, env.prod.php.
        || deployment.Of<VariableText>().Any(text => text.IsList && text.File.Text.Contains(name, StringComparison.Ordinal))
        // "CLOUDINARY_*": a sentence names all of a family.
        || Families(name)
            .Any(family => deployment.Of<Document>().Any(document => document.File.Text.Contains(family + "*", StringComparison.Ordinal)));

    /// <summary><c>NEXT_</c>, <c>NEXT_PUBLIC_</c>, <c>NEXT_PUBLIC_FIREBASE_</c>.</summary>
    private static IEnumerable<string> Families(string name) =>
        Enumerable.Range(2, Math.Max(0, name.Length - 2)).Where(at => name[at] == '_').Select(at => name[..(at + 1)]);

    /// <summary>What other packages depend on, of the repository or elsewhere, runs in their environment.</summary>
    private static bool IsLibrary(Component component, Deployment deployment) =>
        deployment.In<PackageJson>(component.Root).FirstOrDefault() is { Name: { } name } own
        && (IsPublished(own) || Dependencies.Of(deployment).Contains(name.Value));

    /// <summary>It gives out modules and starts nothing.</summary>
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
