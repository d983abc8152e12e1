using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>What the names of files tell, whether a reader knows their kind or not: gathered in one pass over the tree.</summary>
internal sealed class TreeSigns
{
    private static readonly HashSet<string> OtherPipelines = new(StringComparer.OrdinalIgnoreCase)
    {
        ".travis.yml",
        ".drone.yml",
        ".woodpecker.yml",
        ".woodpecker.yaml",
        "appveyor.yml",
        ".appveyor.yml",
        "bitbucket-pipelines.yml",
        "cloudbuild.yaml",
        "cloudbuild.yml",
        "cloudbuild.json",
        "buildspec.yml",
        "buildspec.yaml",
        "codemagic.yaml",
        "azure-pipelines.yml",
        "azure-pipelines.yaml",
        "Jenkinsfile",
        ".cirrus.yml",
        ".gitlab-ci.yml",
        "earthfile",
        "screwdriver.yaml",
        ".prow.yaml",
        ".cpanel.yml",
        "amplify.yml",
        "amplify.yaml",
    };

    private static readonly string[] PipelineDirectories =
    [
        ".circleci/",
        ".buildkite/",
        ".woodpecker/",
        ".prow/",
        ".semaphore/",
        ".teamcity/",
        ".tekton/",
        ".gitea/workflows/",
        ".forgejo/workflows/",
        ".harness/",
        ".github/workflows/",
    ];

    private static readonly HashSet<string> Renovate = new(StringComparer.OrdinalIgnoreCase)
    {
        "renovate.json",
        "renovate.json5",
        ".renovaterc",
        ".renovaterc.json",
        ".renovaterc.json5",
        "config.js.renovate",
        ".pyup.yml",
        ".scala-steward.conf",
        ".updatecli.yaml",
    };

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        "sh",
        "py",
        "js",
        "ts",
        "mjs",
        "cjs",
        "go",
        "rb",
        "php",
        "ps1",
        "cron",
        "service",
        "timer",
        "cs",
        "java",
        "rs",
        "bat",
    };

    private static readonly string[] TestEndings =
    [
        "_test.go",
        "_test.py",
        "_test.dart",
        "_test.exs",
        "_spec.rb",
        "_test.rb",
        "Test.java",
        "Tests.java",
        "IT.java",
        "Test.kt",
        "Tests.kt",
        "Test.php",
        "Tests.cs",
        // As the templates of .NET name the first one.
        "Test1.cs",
        "Tests1.cs",
        "Tests.swift",
        "Test.swift",
        "Test.cs",
    ];

    private static readonly string[] TextWords = ["deploy", "note", "command", "instruction", "setup", "guide", "howto", "runbook"];

    private static readonly string[] TestMiddles = [".test.", ".spec.", ".e2e-spec.", ".cy."];

    private TreeSigns() { }

    /// <summary>Pipelines of systems, most of which nobody here reads.</summary>
    public SourceSpan? Pipeline { get; private set; }

    /// <summary>The configuration of a program that proposes newer versions.</summary>
    public SourceSpan? Updates { get; private set; }

    /// <summary>Infrastructure written in a language that nobody here reads: much may be there.</summary>
    public SourceSpan? Infrastructure { get; private set; }

    /// <summary>Programs that by their name copy data away.</summary>
    public SourceSpan? BackupProgram { get; private set; }

    /// <summary>A timer of systemd or a table of cron by which they run.</summary>
    public SourceSpan? BackupClock { get; private set; }

    /// <summary>Programs that by their name bring data back.</summary>
    public SourceSpan? RestoreProgram { get; private set; }

    /// <summary>A text for people, in whatever form.</summary>
    public SourceSpan? Text { get; private set; }

    /// <summary>Alert rules of Grafana or another system.</summary>
    public SourceSpan? Alerting { get; private set; }

    /// <summary>Source files that are tests by their names.</summary>
    public IReadOnlyList<string> Tests => tests;

    private readonly List<string> tests = [];

    public static TreeSigns Of(RepositoryTree tree)
    {
        TreeSigns signs = new();
        foreach (var file in tree.Files)
        {
            if (file.IsReadable && !file.Path.Contains("node_modules/", StringComparison.Ordinal))
            {
                signs.Add(file.Path);
            }
        }

        return signs;
    }

    private void Add(string path)
    {
        var name = RepositoryPath.NameOf(path);
        if (path[0] != '.' && IsTest(name))
        {
            tests.Add(path);
        }
        else if (OtherPipelines.Contains(name) || name.StartsWith("cloudbuild", StringComparison.Ordinal) || IsInPipelines(path))
        {
            Pipeline ??= Place(path);
        }
        else if (Renovate.Contains(name))
        {
            Updates ??= Place(path);
        }
        else if (IsInfrastructure(name))
        {
            Infrastructure ??= Place(path);
        }
        else if (IsProgram(name) && name.Contains("restore", StringComparison.OrdinalIgnoreCase))
        {
            RestoreProgram ??= Place(path);
        }
        else if (
            IsProgram(name)
            && name.Contains("backup", StringComparison.OrdinalIgnoreCase)
            && !FilePurposes.Has(path, FilePurpose.Shown)
        )
        {
            BackupProgram ??= Place(path);
            BackupClock ??= IsClock(name) ? Place(path) : null;
        }
        else if (IsText(name))
        {
            Text ??= Place(path);
        }
        else if (IsAlerting(path))
        {
            Alerting ??= Place(path);
        }
    }

    private static bool IsInPipelines(string path) =>
        (path[0] == '.' && PipelineDirectories.Any(directory => path.StartsWith(directory, StringComparison.Ordinal)))
        || (path[0] is 'a' or '.' && path.Contains("azure-pipeline", StringComparison.Ordinal))
        // Concourse has no name of its own for its files.
        || (
            path.EndsWith(".yml", StringComparison.Ordinal)
            && (path.Contains("pipeline/tasks/", StringComparison.Ordinal) || path.Contains("ci/tasks/", StringComparison.Ordinal))
        );

    private static bool IsTest(string name) =>
        (name.StartsWith("test_", StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal))
        || TestEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        || TestMiddles.Any(middle => name.Contains(middle, StringComparison.Ordinal) && IsScript(name));

    private static bool IsScript(string name) => name[^1] is 's' or 'x' && name.LastIndexOf('.') >= name.Length - 4;

    private static bool IsInfrastructure(string name) =>
        name.EndsWith(".tf", StringComparison.Ordinal)
        || name.EndsWith(".bicep", StringComparison.Ordinal)
        || name
            is "cdk.json"
                or "Pulumi.yaml"
                or "serverless.yml"
                or "template.yaml"
                or "samconfig.toml"
                or "ansible.cfg"
                or "playbook.yml"
                or "site.yml";

    // A program or a job; old copies of other files are called "backup" too.
    private static bool IsProgram(string name) => name.LastIndexOf('.') is > 0 and var dot && Programs.Contains(name[(dot + 1)..]);

    private static bool IsClock(string name) =>
        name.EndsWith(".timer", StringComparison.Ordinal) || name.EndsWith(".cron", StringComparison.Ordinal);

    // Markdown is read.
    private static bool IsText(string name) =>
        name.StartsWith("README", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rst", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".adoc", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            && TextWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsAlerting(string path) =>
        path.Contains("provisioning/alerting/", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("monitrc", StringComparison.Ordinal)
        || path.EndsWith(".upptimerc.yml", StringComparison.Ordinal)
        || path.EndsWith("gatus.yaml", StringComparison.OrdinalIgnoreCase)
        || path.Contains("kube-prometheus-stack", StringComparison.OrdinalIgnoreCase)
        || path.Contains("alertmanager", StringComparison.OrdinalIgnoreCase);

    // Nothing of it was read: the place is the file.
    private static SourceSpan Place(string path) => new SourceFile(path, "").Whole;
}
