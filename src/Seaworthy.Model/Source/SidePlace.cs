using System.Buffers;

namespace Seaworthy.Model.Source;

/// <summary>Directories that nobody deploys from, told by their names.</summary>
public static class SidePlace
{
    private static readonly HashSet<string> Retired = new(StringComparer.OrdinalIgnoreCase)
    {
        "archive",
        "archives",
        "archived",
        "_archive",
        "backup",
        "backups",
        "deprecated",
        "attic",
        "old",
        "_old",
        "legacy",
        "trash",
    };

    private static readonly string[] RetiredBeginnings = ["old-", "old_", "backup-", "backup_"];

    private static readonly string[] RetiredEndings = ["-old", "_old", "-backup", "_backup", "-archive", "-deprecated", "_deprecated"];

    private static readonly HashSet<string> Samples = new(StringComparer.OrdinalIgnoreCase)
    {
        "example",
        "examples",
        "sample",
        "samples",
        "template",
        "templates",
        "fixture",
        "fixtures",
        "testdata",
        "test-data",
        "__fixtures__",
        "docs",
        "doc",
        "tutorial",
        "tutorials",
        "scaffold",
        "scaffolding",
        "skeleton",
        "boilerplate",
        "boilerplates",
        "snippets",
        "playground",
        "lab",
        "labs",
        "experiment",
        "experiments",
        ".planning",
        ".claude",
        ".cursor",
        ".gsd",
    };

    private static readonly string[] SampleEndings = ["_template", "-template", "-samples", "-examples"];

    private static readonly HashSet<string> TestWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "test",
        "tests",
        "testkit",
        "unittest",
        "e2e",
    };

    // Words that end in "test" and try nothing.
    private static readonly string[] OrdinaryWords =
    [
        "latest",
        "attest",
        "contest",
        "fastest",
        "greatest",
        "protest",
        "speedtest",
        "brightest",
        "smartest",
    ];

    private static readonly HashSet<string> RetiredNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "temp",
        "tmp",
        "bak",
        "old",
        "orig",
        "draft",
        "deprecated",
        "disabled",
        "unused",
    };

    private const string Workflows = ".github/workflows/";
    private const int LongestHead = 2000;

    private static readonly SearchValues<string> Retirements = SearchValues.Create(
        [
            "for reference only",
            "reference only.",
            "file is deprecated",
            "file is obsolete",
            "file is no longer used",
            "file is not used any more",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> Warnings = SearchValues.Create(
        ["legacy", "deprecated", "obsolete", "do not use", "don't use", "retired"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The directory of a path that looks retired (an archive, a backup), or its name when that does (<c>compose.old.yaml</c>, <c>tmp_part.yml</c>). Null when none does.</summary>
    public static string? RetiredIn(string path) =>
        IsWorkflow(path) ? null : Find(path, Retired) ?? Directory(path, IsOld) ?? RetiredName(path);

    /// <summary>GitHub runs what lies there, whatever it is called.</summary>
    /// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
    public static bool IsWorkflow(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Workflows, StringComparison.Ordinal)
            && path.IndexOf('/', Workflows.Length) < 0
            && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
    }

    private static bool IsOld(string directory) =>
        Array.Exists(RetiredBeginnings, start => directory.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(RetiredEndings, end => directory.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string? RetiredName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (
            name.StartsWith(".!", StringComparison.Ordinal)
            || name.StartsWith(".#", StringComparison.Ordinal)
            || name is ['~', '$', ..] or [.., '~']
        )
        {
            // What an editor or a copy that broke off left behind.
            return name;
        }

        // In front of a name that a tool knows by itself: nobody loads it any more.
        if (
            (
                name.StartsWith("back-up", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("backup", StringComparison.OrdinalIgnoreCase)
            )
            && (
                name.EndsWith("docker-compose.yml", StringComparison.Ordinal)
                || name.EndsWith("docker-compose.yaml", StringComparison.Ordinal)
                || name.EndsWith("Dockerfile", StringComparison.Ordinal)
            )
        )
        {
            return name;
        }

        var words = name.Split('.', '-', '_');
        return
            IsCopy(name)
            || words.Length > 2
                && (
                    RetiredNames.Contains(words[0])
                    || words.TakeLast(2).Any(word => RetiredNames.Contains(word) && word is not ("temp" or "tmp"))
                )
            ? name
            : null;
    }

    // "Dockerfile.original" is kept beside the real one; "Dockerfile.bak_20260312" says of which day.
    private static bool IsCopy(string name) =>
        name.LastIndexOf('.') is > 0 and var dot
        && name.AsSpan(dot + 1).TrimEnd("0123456789_-") is "bak" or "back" or "orig" or "original" or "old" or "backup" or "save";

    /// <summary>The comment at the head of a file says that nobody uses it any more.</summary>
    public static bool IsRetired(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var line in file.Text.AsSpan(0, Math.Min(file.Text.Length, LongestHead)).EnumerateLines())
        {
            var text = line.Trim();
            if (line.StartsWith("name:") && line.ContainsAny(Warnings) && IsStartedByHandOnly(file))
            {
                return true;
            }

            if (text is not ['#', ..])
            {
                return false;
            }

            if (text.ContainsAny(Retirements))
            {
                return !IsWorkflow(file.Path) || IsStartedByHandOnly(file);
            }
        }

        return false;
    }

    /// <summary>A workflow whose only trigger is <c>workflow_dispatch</c>.</summary>
    private static bool IsStartedByHandOnly(SourceFile file)
    {
        var triggers = "";
        var isInside = false;
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            var comment = line.IndexOf('#');
            var text = (comment < 0 ? line : line[..comment]).TrimEnd();
            if (text.IsEmpty)
            {
                continue;
            }

            var begins = text.StartsWith("on:");
            if (begins || (isInside && char.IsWhiteSpace(text[0])))
            {
                isInside = true;
                triggers += $"{(begins ? text[3..] : text)}\n";
            }
            else if (isInside)
            {
                break;
            }
        }

        return triggers.Trim() is "workflow_dispatch" or "workflow_dispatch:" or "[workflow_dispatch]" or "- workflow_dispatch"
            || IsFirstAndOnly(triggers, "workflow_dispatch:");
    }

    /// <summary>The only key of a mapping, with what it holds indented below it.</summary>
    private static bool IsFirstAndOnly(string mapping, string key)
    {
        var lines = mapping.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0
            && lines[0].TrimStart().StartsWith(key, StringComparison.Ordinal)
            && lines.Skip(1).All(line => line.Length - line.TrimStart().Length > lines[0].Length - lines[0].TrimStart().Length);
    }

    /// <summary>The directory of a path whose files are there to be copied or shown: examples, templates, documentation. Null when none is.</summary>
    public static string? SampleIn(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        // The settings of somebody's own assistant are in use.
        return path.Contains(".claude/settings", StringComparison.Ordinal)
            ? null
            : Find(path, Samples) ?? Templated(path) ?? Directory(path, IsOfSamples);
    }

    /// <summary>A development container, which an editor builds and starts where it works.</summary>
    /// <remarks>Source: Development Containers specification, devcontainer.json.</remarks>
    public static bool IsOfEditor(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Directory.Split('/').Contains(".devcontainer");
    }

    /// <summary>What an assistant for programmers was taught: <c>.github/skills/deploy/deploy.sh</c> brings nothing of this repository anywhere.</summary>
    public static bool IsSkill(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Path.Contains("skills/", StringComparison.Ordinal);
    }

    /// <summary>The directory of a path that holds somebody else's work, copied in whole: <c>vendor/github.com/…</c>, <c>third_party</c>. Null when none does; a <c>vendor</c> with anything else in it may be a dealer.</summary>
    /// <remarks>Source: Go Modules Reference, "Vendoring": directories of modules, whose paths begin with the name of a host.</remarks>
    public static string? VendoredIn(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var at = path.IndexOf("vendor/", StringComparison.Ordinal);
        var isOfHost =
            at >= 0
            && (at == 0 || path[at - 1] == '/')
            && path.AsSpan(at + "vendor/".Length) is var rest
            && rest.IndexOf('/') is > 0 and var end
            && rest[..end].Contains('.');
        return isOfHost ? "vendor" : Directory(path, name => name is "third_party" or "thirdparty" or "third-party" or "Godeps");
    }

    // "microservice_project_template", "fabric-samples"
    private static bool IsOfSamples(string directory) =>
        Array.Exists(SampleEndings, end => directory.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>A file that a person or a generator fills in and puts elsewhere, by its name: <c>docker-compose.template.yml</c>.</summary>
    public static bool IsTemplate(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var words = path[(path.LastIndexOf('/') + 1)..].Split('.');
        return !IsWorkflow(path)
            && words
                .Skip(1)
                .Any(word =>
                    word is "example" or "sample" or "template" or "tmpl" or "tpl" or "j2" or "erb" or "hbs" or "mustache" or "ejs"
                );
    }

    /// <summary>The directory of a path in which software is tried: <c>tests</c>, <c>_unit-test</c>, <c>systest</c>. Null when none is.</summary>
    public static string? TestIn(string path) => Directory(path, IsTest);

    /// <summary>The name of a file says that it is for tests: <c>docker-compose-load-test.yml</c>.</summary>
    public static bool IsNamedForTests(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsTest(file.Name.Split('.')[0]);
    }

    private static bool IsTest(string directory)
    {
        if (!directory.Contains("test", StringComparison.OrdinalIgnoreCase))
        {
            return directory.Equals("e2e", StringComparison.OrdinalIgnoreCase)
                || directory.Equals("conformance", StringComparison.OrdinalIgnoreCase);
        }

        var words = directory.Split('-', '_', '.', ' ');
        return words.Any(word => TestWords.Contains(word))
            || directory.EndsWith("Tests", StringComparison.Ordinal)
            || (
                directory.EndsWith("test", StringComparison.OrdinalIgnoreCase)
                && !OrdinaryWords.Any(word => directory.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            );
    }

    /// <summary>A directory whose name is filled in by a scaffolding tool: <c>{{cookiecutter.project_slug}}</c>.</summary>
    private static string? Templated(string path) =>
        path.Contains("{{", StringComparison.Ordinal)
            ? path.Split('/').FirstOrDefault(part => part.Contains("{{", StringComparison.Ordinal))
            : null;

    private static string? Find(string path, HashSet<string> names) =>
        Directory(path, part => names.Contains(part) || names.Contains(part.TrimStart('.', '_')));

    /// <summary>The first directory of a path, from the root on, of which something holds.</summary>
    private static string? Directory(string path, Func<string, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(path);
        return PackagePath.Outside(path).Split('/').SkipLast(1).FirstOrDefault(holds);
    }
}
