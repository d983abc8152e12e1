using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Compose;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.DotEnv;

namespace Seaworthy.Reading;

/// <summary>
/// Files on the disk that git ignores, although a tool looks for them by name or the tree names them: no clone has them, but a deployment from this disk uses them.
/// What is rightly ignored changes nothing: settings of one machine, secrets, what a build makes, all below an ignored directory.
/// </summary>
internal static class HiddenFiles
{
    // A disk may hold more of them than anybody would read about.
    private const int Most = 100;

    // What tools look for, and people write by hand.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        ".gitlab-ci.yml",
        "azure-pipelines.yml",
        "bitbucket-pipelines.yml",
        "Cargo.toml",
        "Chart.yaml",
        "cloudbuild.yaml",
        "fly.toml",
        "go.mod",
        "heroku.yml",
        "Jenkinsfile",
        "kustomization.yaml",
        "kustomization.yml",
        "netlify.toml",
        "package.json",
        "pom.xml",
        "Procfile",
        "pyproject.toml",
        "render.yaml",
        "vercel.json",
    };

    // By these words a file is of one machine, holds what must not be committed, is made, or is put aside.
    private static readonly HashSet<string> OwnWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "backup",
        "bak",
        "credential",
        "credentials",
        "debug",
        "dev",
        "generated",
        "kubeconfig",
        "local",
        "my",
        "old",
        "override",
        "personal",
        "private",
        "secret",
        "secrets",
        "test",
        "tfstate",
        "tfvars",
        "tmp",
    };

    // People copy it to the name that is ignored.
    private static readonly string[] Samples = ["example", "sample", "dist", "template"];

    // A compiler makes the file from the one of the same name.
    private static readonly string[] Sources = [".ts", ".tsx", ".mts", ".coffee"];

    /// <param name="deployment">With the whole tree.</param>
    /// <param name="named">What its statements name.</param>
    /// <param name="isRead">A reader asks for files of this path.</param>
    public static IEnumerable<UnjudgedFile> Of(Deployment deployment, NamedFiles named, Func<string, bool> isRead)
    {
        var tree = deployment.Tree;
        return tree
            .Files.Where(file =>
                file is { Status: FileStatus.Ignored, IsDirectory: false, IsSubmodule: false, IsSymbolicLink: false, IsSpecial: false }
            )
            .Select(file => file.Path)
            .Where(path => IsLookedFor(path) || named.Contains(path) || IsBesideManifests(path, deployment))
            .Where(path => isRead(path) && !IsOwn(tree, path))
            .Where(path => ForeignFiles.DirectoryOf(tree, path) is null && !IsBelowIgnored(tree, path))
            .Take(Most)
            .Select(path => new UnjudgedFile(path, Why(tree, path)));
    }

    private static bool IsLookedFor(string path) =>
        Names.Contains(RepositoryPath.NameOf(path))
        || path == ".circleci/config.yml"
        || SidePlace.IsWorkflow(path)
        || (ComposeContent.IsNamed(RepositoryPath.NameOf(path)) && IsYaml(path))
        || (DockerfileName.Matches(path) && !DockerfileName.NeedsProof(path));

    /// <summary>Manifests are applied by the directory, often by hand.</summary>
    public static bool IsBesideManifests(string path, Deployment deployment) =>
        IsYaml(path) && deployment.In<KubernetesManifest>(RepositoryPath.Parent(path)).Any();

    public static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    private static bool IsOwn(RepositoryTree tree, string path)
    {
        var dot = path.LastIndexOf('.');
        var stem = dot > path.LastIndexOf('/') ? path[..dot] : path;
        return EnvFileName.Of(path) is not null
            || RepositoryPath.NameOf(path).Split('.', '-', '_').Any(OwnWords.Contains)
            || Array.Exists(Samples, word => tree.HasFile($"{path}.{word}") || tree.HasFile($"{stem}.{word}{path[stem.Length..]}"))
            || (path.EndsWith("js", StringComparison.Ordinal) && Array.Exists(Sources, ending => tree.HasFile(stem + ending)));
    }

    /// <summary>Nobody looks into an ignored directory, and in memory none is left out.</summary>
    private static bool IsBelowIgnored(RepositoryTree tree, string path) =>
        RepositoryPath
            .Ancestors(RepositoryPath.Parent(path))
            .Any(directory => directory.Length > 0 && tree.WhyIgnored(directory) is not null);

    private static string Why(RepositoryTree tree, string path) =>
        tree.WhyIgnored(path) is { } rule ? $"is hidden from git by {rule.Span}" : "is hidden from git";
}
