using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image copies its whole context, and no .dockerignore excludes anything.</summary>
internal sealed class DockerignoreMissing : Rule<IReadOnlyList<Image>>
{
    private static readonly string[] BrowserPrefixes = ["NEXT_PUBLIC_", "VITE_", "REACT_APP_"];

    private static readonly PerDeployment<IReadOnlyList<string>> StoreData = new(deployment =>
        [
            .. from workload in deployment.Workloads
            where workload.Public is { Role: ImageRole.DataStore }
            from mount in workload.Mounts
            where mount.Kind == MountKind.Bind && workload.Public?.DataPaths.Contains(mount.Path.TrimEnd('/')) is true
            let source = mount.Source
            where source is not null
            select source,
        ]
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/dockerignore-missing",
            IsPractice = true,
            Title = "Missing .dockerignore",
            Area = Area.Containers,
            Severity = Severity.Low,
            Rationale = "Local files such as dependencies and .env end up in the image, and a change to any of them rebuilds it.",
            Holds = "A .dockerignore excludes files from the image.",
        };

    public override IEnumerable<IReadOnlyList<Image>> Subjects(Deployment deployment)
    {
        var leftBehind = OrphanDockerfiles.LeftBehind(deployment);
        return deployment
            .Images.Where(image => image.Build.Context is not null && WholeContext(image) is not null)
            .Where(image =>
                !leftBehind.Contains(image.Dockerfile.File)
                && !SidePlace.IsOfEditor(image.Dockerfile.File)
                && !IsSentByGoogle(image, deployment.Tree)
                && !StandsApart(image, deployment.Tree)
            )
            .GroupBy(image => image.Build.Context)
            .Select(same => same.DistinctBy(image => image.Dockerfile).ToList());
    }

    protected override Subject Identify(IReadOnlyList<Image> subject) => new(subject[0].Name, Place(subject[0]).Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Image> subject, Deployment deployment)
    {
        if (subject.Where(image => image.Build.Ignore is null).ToList() is not [var first, ..] bare)
        {
            yield break;
        }

        // The history is in the repository's root only.
        var (history, pattern) = first.Build.Context is "" ? (".git, ", "`.git`, ") : ("", "");
        var directory = first.Build.Context is { Length: > 0 } context ? context + "/" : "";
        yield return Warn(
                Place(first).Span,
                $"{first.Name} copies its whole context without a {directory}.dockerignore, so {history}local dependencies and .env files end up in the image."
            )
            .Related(bare.Skip(1).Select(image => Place(image).Span))
            .Remedy(
                bare.Select(image => WrittenIn(image, deployment)).FirstOrDefault(found => found is not null) is { } name
                    ? $"Add {directory}.dockerignore with at least {pattern}`**/node_modules` and what the image creates itself; `**/.env*` only once {name} reaches the build by ARG, since the build writes its value into the bundle."
                    : $"Add {directory}.dockerignore with at least {pattern}{EnvFiles(first.Build.Context ?? "", deployment.Tree)}{DataOfStores(directory, deployment)}, and what the image creates itself (`**/node_modules`, `**/__pycache__`, `**/target`…).{Frozen(bare, deployment.Tree)}"
            )
            .Verify($"test -f {directory}.dockerignore");
    }

    /// <summary>A variable whose value the build writes into pages, and which nothing but an env file in the context can give it; null when there is none.</summary>
    /// <remarks>Sources: Next.js, "Bundling Environment Variables for the Browser"; Vite, "Env Variables and Modes"; Create React App, "Adding Custom Environment Variables".</remarks>
    private static string? WrittenIn(Image image, Deployment deployment)
    {
        var instructions = image.Dockerfile.Stages.SelectMany(stage => stage.Instructions).ToList();
        return
            instructions.OfType<DockerInstruction.Run>().Any(run => run.Command.Raw.Contains("build", StringComparison.Ordinal))
            && !instructions.OfType<DockerInstruction.Arg>().Any(argument => IsForBrowsers(argument.Name.Value))
            && !CommitsEnvFile(image.Build.Context ?? "", deployment.Tree)
            && !instructions.OfType<DockerInstruction.Env>().Any(variable => IsForBrowsers(variable.Name.Value))
            ? deployment
                .Of<CodeFile>()
                .Where(code => !code.IsTest && code.File.IsBelow(image.Build.Context ?? ""))
                .SelectMany(code => code.EnvironmentReads)
                .Select(read => read.Name)
                .FirstOrDefault(IsForBrowsers)
            : null;
    }

    /// <summary>Laravel then reads no variable any more: what the build had not got, the container cannot be given.</summary>
    /// <remarks>Source: Laravel documentation, "Configuration Caching".</remarks>
    private static string Frozen(IReadOnlyList<Image> images, RepositoryTree tree) =>
        images
            .Where(image => !CommitsEnvFile(image.Build.Context ?? "", tree))
            .SelectMany(image => image.Dockerfile.Stages)
            .SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Run>()
            .FirstOrDefault(step => step.Command.Commands.Any(CachesConfiguration))
            is { } run
            ? $" Then cache the configuration when the container starts instead of at {run.Span}, which would freeze it without the values of the .env file."
            : "";

    private static bool CachesConfiguration(ShellCommand command) =>
        command.Program == "php" && command.Words.Any(word => word.Literal is "config:cache" or "optimize");

    private static bool IsForBrowsers(string name) => BrowserPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Those that are committed belong to the program, which may read them. What is left out may be what a program lived from.</summary>
    /// <remarks>Source: Docker build documentation, ".dockerignore files": a pattern without <c>**</c> matches at the root of the context alone.</remarks>
    private static string EnvFiles(string context, RepositoryTree tree) =>
        CommittedEnvFile(context, tree) is { } committed
            ? $"`**/.env.local` (and {committed}, if the program gets its values at startup)"
            : "`**/.env*` (a program that reads one gets it at startup: `docker run --env-file`)";

    private static bool CommitsEnvFile(string context, RepositoryTree tree) => CommittedEnvFile(context, tree) is not null;

    private static string? CommittedEnvFile(string context, RepositoryTree tree) =>
        tree.FilesUnder(context).FirstOrDefault(file => file.Status != FileStatus.Ignored && IsEnvFile(file.Path))?.Path;

    /// <summary>Directories of the context in which stores that run beside keep what they hold.</summary>
    private static string DataOfStores(string directory, Deployment deployment) =>
        string.Concat(
            StoreData
                .Of(deployment)
                .Where(source => source.Length > directory.Length && source.StartsWith(directory, StringComparison.Ordinal))
                .Select(source => source[directory.Length..].TrimEnd('/'))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(path => $", `{path}` (the data of a store)")
        );

    private static bool IsEnvFile(string path) => path[(path.LastIndexOf('/') + 1)..] is ".env" or ".env.production";

    /// <summary>Who builds it with Cloud Build sends what this file leaves.</summary>
    /// <remarks>Source: Google Cloud CLI, "gcloud topic gcloudignore".</remarks>
    private static bool IsSentByGoogle(Image image, RepositoryTree tree) =>
        tree.HasFile(image.Build.Context is { Length: > 0 } context ? $"{context}/.gcloudignore" : ".gcloudignore");

    /// <summary>A directory for Docker alone: nothing is installed there, or, where nothing names it as the context, it is built from above.</summary>
    private static bool StandsApart(Image image, RepositoryTree tree) =>
        image.Build.Context is { Length: > 0 } context
        && context.Contains("docker", StringComparison.OrdinalIgnoreCase)
        && !tree.HasFile($"{context}/package.json")
        && !tree.HasFile($"{context}/requirements.txt");

    private static DockerInstruction Place(Image image) =>
        WholeContext(image) ?? throw new InvalidOperationException("subjects copy their context");

    // What a stage that is left behind copies reaches no image.
    private static DockerInstruction.Copy? WholeContext(Image image) =>
        image
            .Final.Declared.Down.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Copy>()
            .FirstOrDefault(copy => copy.From is null && copy.Sources.Any(source => source.Literal is "." or "./" or "/"));
}
