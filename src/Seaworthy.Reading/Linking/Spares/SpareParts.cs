using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Pipelines;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>
/// On what perhaps no deployment depends: of several compose files or Dockerfiles, those that nothing loads, builds or names while others are in use;
/// configurations that nothing mounts; scripts that nobody calls;
/// what was put aside, and what is among examples, fixtures and tests.
/// </summary>
internal static class SpareParts
{
    private const string Unnamed = "Nothing else in the repository uses or names it, so it may be unused.";

    private static readonly HashSet<string> OfOthers = new(StringComparer.OrdinalIgnoreCase)
    {
        "external",
        "externals",
        "reference",
        "references",
        "repos",
        "third-party",
        "third_party",
        "thirdparty",
        "upstream",
        "vendor",
    };

    private static readonly string[] LicenceNames = ["LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING"];

    // Actions by which schools mark what pupils hand in.
    private static readonly string[] GradersOfSchools = ["betrybe/", "classroom-resources/", "education/autograding"];

    private static readonly HashSet<string> OfSource = new(StringComparer.OrdinalIgnoreCase)
    {
        "api",
        "app",
        "components",
        "lib",
        "modules",
        "pages",
        "services",
        "src",
    };

    public static IReadOnlyList<SparePart> Link(Deployment deployment)
    {
        var loaded = Loaded(deployment);
        var compose = deployment.Of<ComposeFile>().Select(file => file.File).Where(file => !loaded.Contains(file.Path)).ToList();
        var built = Built(deployment);
        List<SourceFile> unused =
        [
            .. compose,
            .. UnusedDockerfiles(deployment, built),
            .. UnusedProxies(deployment),
            .. OwnTsConfigs(deployment),
        ];
        var scripts = CalledScripts.Find(deployment).ToList();
        // The head of a script says how to call it, which is no call.
        var isScript = scripts.ToHashSet();
        var named = PathMentions.Of(deployment, [.. unused, .. scripts], HasDefaultName, file => !isScript.Contains(file));
        var files = deployment.Artifacts.Select(artifact => artifact.File).Distinct().ToList();
        // Where nothing says which compose file is the one, each may be.
        var isOneUsed = compose.Exists(named.Contains) || deployment.Of<ComposeFile>().Count > compose.Count;
        return
        [
            .. unused
                .Where(file => !named.Contains(file) && (isOneUsed || !compose.Contains(file)))
                .Select(file => new SparePart(file.Whole, Unnamed)),
            .. scripts.Where(file => !named.Contains(file)).Select(file => new SparePart(file.Whole, Unnamed)),
            .. UnappliedManifests
                .Find(deployment)
                .Select(file => new SparePart(file.Whole, "Commands here apply other manifests, and nothing names this one's directory.")),
            .. ProgramTemplates.Find(deployment).Select(file => new SparePart(file.Whole, "A program loads it, and may change it first.")),
            .. SwitchedOff.Find(deployment),
            .. UnusedScripts.Find(deployment).Select(script => new SparePart(script.Span, UnusedScripts.Why)),
            .. UnnamedPackages
                .Find(deployment)
                .Select(file => new SparePart(file.Whole, "No file outside names its directory, so the package may be unused.")),
            .. NeverRun(deployment, files),
            .. deployment
                .Artifacts.Where(artifact => IsOfOthers(artifact) || IsKeptToRead(deployment, artifact.File))
                .Select(artifact => artifact.File)
                .Distinct()
                .Select(file => new SparePart(file.Whole, "It belongs to a third-party package.")),
            .. deployment
                .Of<ComposeFile>()
                .Where(file => file.Problems.Any(problem => problem.Kind == ProblemKind.Placeholder))
                .Select(file => new SparePart(file.File.Whole, "It is a template that is filled in first, and may be moved.")),
            .. Aside(deployment, [.. files.Where(file => !loaded.Contains(file.Path) && !built.Contains(file))]),
        ];
    }

    /// <summary>What lies among examples or was put aside, and is used by nothing that does not.</summary>
    private static IEnumerable<SparePart> Aside(Deployment deployment, IReadOnlyList<SourceFile> files)
    {
        var uses = DeclaredUses.Of(deployment);
        return
        [
            .. files
                .Where(file =>
                    (IsShown(deployment, file) || IsExercise(file.Path))
                    && uses.Part(file.Path) is not null
                    && !(uses.IsRun(file.Path) && !FilePurposes.Has(file.Path, FilePurpose.Test))
                )
                .Select(file => new SparePart(file.Whole, "It is in a directory of examples, exercises or tests.")),
            .. files
                .Where(file => !uses.IsRun(file.Path) && uses.Part(file.Path) is { } path && FilePurposes.Has(path, FilePurpose.Retired))
                .Select(file => new SparePart(file.Whole, "Its name marks it as retired, so it may be unused.")),
        ];
    }

    /// <summary>Workflows and scripts that run for nobody's deployment.</summary>
    private static IEnumerable<SparePart> NeverRun(Deployment deployment, IEnumerable<SourceFile> files) =>
        [
            .. deployment
                .Of<Workflow>()
                .Where(IsSwitchedOff)
                .Select(workflow => new SparePart(
                    workflow.File.Whole,
                    "Its triggers are commented out, so it may be switched off on purpose."
                )),
            .. deployment
                .Of<Workflow>()
                .Where(MarksExercises)
                .Select(workflow => new SparePart(workflow.File.Whole, "It grades an exercise, and deploys nothing.")),
            .. files.Where(IsTestOfRule).Select(file => new SparePart(file.Whole, "It is test input of a semgrep rule, and never runs.")),
            .. OtherBranches.Find(deployment),
            .. IdleSteps.Find(deployment),
            .. NeverTriggered(deployment)
                .Select(file => new SparePart(file.Whole, "The filters of its triggers match no file, so it may never run.")),
        ];

    /// <summary>Under examples, fixtures or tests. What is below the <c>templates</c> of a Helm chart is what it deploys.</summary>
    private static bool IsShown(Deployment deployment, SourceFile file) =>
        RepositoryPath.IsSample(file.Path)
        && !RepositoryPath
            .Ancestors(file.Directory)
            .Any(directory =>
                RepositoryPath.NameOf(directory) == "templates"
                && deployment.Tree.HasFile(RepositoryPath.Join(RepositoryPath.Parent(directory), "Chart.yaml") ?? "")
            );

    /// <summary>Lines marked <c>ruleid: no-direct-test</c> are those that the rule beside must find.</summary>
    /// <remarks>Source: Semgrep documentation, "Testing rules".</remarks>
    private static bool IsTestOfRule(SourceFile file) =>
        !SidePlace.IsWorkflow(file.Path)
        && (file.Text.Contains("# ruleid: ", StringComparison.Ordinal) || file.Text.Contains("// ruleid: ", StringComparison.Ordinal));

    private static bool MarksExercises(Workflow workflow) =>
        workflow
            .Jobs.SelectMany(job => job.Steps)
            .Any(step => step.Uses is { } uses && GradersOfSchools.Any(grader => uses.Raw.StartsWith(grader, StringComparison.Ordinal)));

    /// <summary>What pupils hand in. Below the source of an application an exercise is what it is about.</summary>
    private static bool IsExercise(string path) =>
        path.Split('/') is var parts
        && Array.FindIndex(parts, 0, parts.Length - 1, part => FilePurposes.OfName(part) == FilePurpose.Exercise) is >= 0 and var at
        && !parts.Take(at).Any(OfSource.Contains);

    /// <summary>Each of its triggers names files that the repository does not have, and nobody can start it by hand.</summary>
    private static IEnumerable<SourceFile> NeverTriggered(Deployment deployment) =>
        deployment
            .Of<Workflow>()
            .Where(workflow =>
                workflow.Triggers.Count > 0
                && workflow.Triggers.All(trigger => trigger.Paths is [_, ..])
                && TriggerPaths.Of(deployment.Tree, workflow).All(use => use.Answer.IsMissing || use.Answer.Looked == workflow.File.Path)
            )
            .Select(workflow => workflow.File);

    private static bool IsSwitchedOff(Workflow workflow) =>
        workflow.Triggers.Count == 0
        && workflow
            .File.Text.Split('\n')
            .Select(line => line.Trim())
            .Any(line =>
                line is ['#', ..]
                && line.TrimStart('#', ' ') is var text
                && (
                    text.StartsWith("on:", StringComparison.Ordinal)
                    || text is "push:" or "pull_request:" or "schedule:" or "workflow_dispatch:"
                )
            );

    /// <summary>Part of a package that was copied in among what a page loads, or into the cache of Corepack; a manifest whose directory is called like its package.</summary>
    private static bool IsOfOthers(Artifact artifact) =>
        artifact.File.Directory.Split('/') is var directories
        && (
            directories.Contains(".corepack")
            || (
                artifact is PackageJson { Name: { } of }
                && (IsInstalled(artifact.File) || directories[^1].StartsWith(of.Value + "@", StringComparison.Ordinal))
            )
            || artifact.File.Path.Contains("wwwroot/lib/", StringComparison.Ordinal)
            || artifact.File.Path.Contains("assets/libs/", StringComparison.Ordinal)
            || artifact.File.Path.Contains("assets/vendor/", StringComparison.Ordinal)
            || artifact.File.Path.Contains("static/vendor/", StringComparison.Ordinal)
            || (
                artifact is PackageJson package
                && directories.Any(directory =>
                    directory is "assets" or "static" or "public" or "vendor" or "vendors" or "plugins" or "libs" or "wwwroot" or "webapp"
                )
                && package.Name?.Value == directories[^1]
            )
        );

    /// <summary>What npm up to its release 6 wrote into each manifest that it unpacked.</summary>
    private static bool IsInstalled(SourceFile file) =>
        file.Text.Contains("\"_resolved\":", StringComparison.Ordinal) || file.Text.Contains("\"_from\":", StringComparison.Ordinal);

    /// <summary>A repository of others, with its licence, in a directory where one keeps such.</summary>
    private static bool IsKeptToRead(Deployment deployment, SourceFile file) =>
        !DeclaredUses.Of(deployment).IsRun(file.Path)
        && RepositoryPath
            .Ancestors(file.Directory)
            .Any(directory =>
                OfOthers.Contains(RepositoryPath.NameOf(RepositoryPath.Parent(directory)))
                && LicenceNames.Any(name => deployment.Tree.HasFile($"{directory}/{name}"))
            );

    private static bool HasDefaultName(SourceFile file) =>
        file.Name == "Dockerfile" || ComposeDefaults.IsDefaultName(file.Name) || ComposeDefaults.IsOverrideName(file.Name);

    /// <summary>Compose files that the root holds by their default names, or that a command loads.</summary>
    private static HashSet<string> Loaded(Deployment deployment) =>
        [
            .. deployment.ComposeCalls.Where(call => !call.OnlyEnds).SelectMany(call => call.Files).Select(file => file.Path),
            .. ComposeDefaults.FilesIn("", deployment.Tree.HasFile),
        ];

    private static HashSet<SourceFile> Built(Deployment deployment) =>
        [
            .. deployment
                .Images.Where(image => image.Build is { IsAssumed: false } or { MaybeBuiltBy: not null })
                .Select(image => image.Dockerfile.File),
        ];

    /// <summary>
    /// Those that nothing builds: beside others that something does, but for the one of a component, where everybody looks for it; and all that have a name under which nobody looks for any.
    /// </summary>
    private static IEnumerable<SourceFile> UnusedDockerfiles(Deployment deployment, HashSet<SourceFile> built) =>
        deployment
            .Of<Dockerfile>()
            .Select(dockerfile => dockerfile.File)
            .Where(file =>
                !built.Contains(file)
                && (
                    file.Name != "Dockerfile"
                    || (built.Count > 0 && !deployment.In<Manifest>(file.Directory).Any())
                    || deployment.In<JavaBuild>(file.Directory).Any(IsBuiltWithout)
                )
            );

    /// <summary>Jib makes the image of a module without a Dockerfile.</summary>
    private static bool IsBuiltWithout(JavaBuild build) =>
        build.Plugins.Any(plugin => plugin.Value.Contains("jib", StringComparison.Ordinal));

    /// <summary>TypeScript looks for <c>tsconfig.json</c>; others are named to it.</summary>
    private static IEnumerable<SourceFile> OwnTsConfigs(Deployment deployment) =>
        deployment.Of<TsConfig>().Select(config => config.File).Where(file => file.Name is not ("tsconfig.json" or "jsconfig.json"));

    /// <summary>Configurations of nginx that nothing copies, mounts or links to.</summary>
    private static IEnumerable<SourceFile> UnusedProxies(Deployment deployment)
    {
        var used = deployment
            .Paths.Where(use => use.Role is PathRole.CopySource or PathRole.BindSource)
            .Select(use => use.Answer.Looked)
            .Where(path => path.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        return deployment
            .Of<NginxFile>()
            .Select(proxy => proxy.File)
            .Where(file => !RepositoryPath.Ancestors(file.Path).Any(used.Contains));
    }
}
