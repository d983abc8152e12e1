using System.Buffers;

namespace Seaworthy.Model.Source;

/// <summary>What a file is there for beyond what its path says: its head, its name, its editor.</summary>
public static class SidePlace
{
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

    /// <summary>GitHub runs what lies there, whatever it is called.</summary>
    /// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
    public static bool IsWorkflow(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Workflows, StringComparison.Ordinal)
            && path.IndexOf('/', Workflows.Length) < 0
            && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
    }

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

    /// <summary>A development container, which an editor builds and starts where it works.</summary>
    /// <remarks>Source: Development Containers specification, devcontainer.json.</remarks>
    public static bool IsOfEditor(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Directory.Split('/').Contains(".devcontainer");
    }

    /// <summary>Profiles that editors and <c>dotnet run</c> start a program with: no build takes them along.</summary>
    /// <remarks>Source: ASP.NET Core documentation, "Use multiple environments", Development and launchSettings.json.</remarks>
    public static bool IsLaunchProfile(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Name == "launchSettings.json" || file.Directory.Split('/') is [.., ".vscode" or ".idea"];
    }

    /// <summary>What an assistant for programmers was taught: <c>.github/skills/deploy/deploy.sh</c> brings nothing of this repository anywhere.</summary>
    public static bool IsSkill(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Path.Contains("skills/", StringComparison.Ordinal);
    }

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

    /// <summary>The name of a file says that it is for tests: <c>docker-compose-load-test.yml</c>.</summary>
    public static bool IsNamedForTests(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return FilePurposes.IsTest(file.Name.Split('.')[0]);
    }
}
