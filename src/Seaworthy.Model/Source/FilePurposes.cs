using System.Collections.Frozen;

namespace Seaworthy.Model.Source;

/// <summary>The purpose of files, from the names of their directories and their own.</summary>
public static class FilePurposes
{
    /// <summary>Names that say the same in any case. One table, so that all questions get one answer.</summary>
    private static readonly FrozenDictionary<string, FilePurpose> Names = Rows(
        (FilePurpose.Retired, "archive archives archived _archive backup backups deprecated attic old _old legacy trash"),
        (FilePurpose.Example, "example examples sample samples fixture broken"),
        (FilePurpose.Trial, "tutorial tutorials snippets playground lab labs experiment experiments"),
        (FilePurpose.Template, "template templates scaffold scaffolding skeleton boilerplate boilerplates"),
        (FilePurpose.Documentation, "docs doc documentation"),
        (FilePurpose.Fixture, "testdata test_data test-data fixtures __fixtures__ test-fixtures __snapshots__"),
        (
            FilePurpose.Test,
            "test tests testkit testing unittest e2e conformance spec __tests__ __mocks__ mocks cypress playwright bench benches benchmark benchmarks loadtest load-tests load_tests test-utils integration-tests integration_tests"
        ),
        (FilePurpose.Vendored, "third_party thirdparty third-party Godeps"),
        (FilePurpose.Vendor, "vendor"),
        (FilePurpose.Installed, "node_modules .pnpm-store bower_components site-packages .venv .history .lh"),
        (FilePurpose.DeveloperTool, "scripts tools"),
        (FilePurpose.Assistant, ".planning .claude .cursor .gsd"),
        (FilePurpose.Exercise, "assignment assignments exercise exercises homework homeworks hw kata katas lesson lessons")
    );

    private static readonly FrozenDictionary<string, FilePurpose>.AlternateLookup<ReadOnlySpan<char>> ByName = Names.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly string[] RetiredBeginnings = ["old-", "old_", "backup-", "backup_"];

    private static readonly string[] RetiredEndings = ["-old", "_old", "-backup", "_backup", "-archive", "-deprecated", "_deprecated"];

    private static readonly string[] ShownEndings = ["_template", "-template", "-samples", "-examples"];

    private static readonly string[] TestWords = ["test", "tests", "testkit", "unittest", "e2e"];

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

    private const string Vendor = "vendor/";

    /// <summary>The outermost directory of a path, or its name, that gives it one of some purposes. Null when none does.</summary>
    /// <param name="path">Of a file, or of a directory with a slash at its end.</param>
    /// <param name="wanted">The purposes in question.</param>
    public static string? In(string path, FilePurpose wanted)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (IsUsedAnyway(path))
        {
            return null;
        }

        var outside = PackagePath.Outside(path);
        for (int start = 0, slash = outside.IndexOf('/'); slash >= 0; start = slash + 1, slash = outside.IndexOf('/', start))
        {
            var name = outside.AsSpan(start, slash - start);
            if (((OfDirectory(name) | OfVendor(outside, start, name)) & wanted) != 0)
            {
                return name.ToString();
            }
        }

        return (wanted & FilePurpose.Retired) == 0 ? null : RetiredName.Of(path);
    }

    public static bool Has(string path, FilePurpose wanted) => In(path, wanted) is not null;

    /// <summary>The purpose that a name has by itself, without guessing at its parts.</summary>
    public static FilePurpose OfName(ReadOnlySpan<char> name) =>
        ByName.TryGetValue(name, out var purpose) ? purpose
        // In lower case they are those of Kubernetes.
        : name is "Pods" ? FilePurpose.Installed
        : FilePurpose.None;

    /// <summary>A name says that it is for tests: <c>_unit-test</c>, <c>systest</c>, <c>Api.Tests</c>.</summary>
    public static bool IsTest(ReadOnlySpan<char> name)
    {
        if ((OfName(name) & FilePurpose.Test) != 0)
        {
            return true;
        }

        if (!name.Contains("test", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var word in name.SplitAny('-', '_', '.', ' '))
        {
            if (IsAny(name[word], TestWords))
            {
                return true;
            }
        }

        return name.StartsWith("testfiles", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("Tests", StringComparison.Ordinal)
            || (name.EndsWith("test", StringComparison.OrdinalIgnoreCase) && !EndsWithAny(name, OrdinaryWords));
    }

    private static FilePurpose OfDirectory(ReadOnlySpan<char> name)
    {
        var purpose = OfName(name);
        if (name is ['.' or '_', ..])
        {
            purpose |= OfName(name.TrimStart("._")) & (FilePurpose.Retired | FilePurpose.Shown);
        }

        if (name.Contains("{{", StringComparison.Ordinal) || EndsWithAny(name, ShownEndings))
        {
            purpose |= FilePurpose.Template;
        }

        if (EndsWithAny(name, RetiredEndings) || StartsWithAny(name, RetiredBeginnings))
        {
            purpose |= FilePurpose.Retired;
        }

        return IsTest(name) ? purpose | FilePurpose.Test : purpose;
    }

    /// <remarks>Source: Go Modules Reference, "Vendoring": directories of modules, whose paths begin with the name of a host.</remarks>
    private static FilePurpose OfVendor(string path, int start, ReadOnlySpan<char> name) =>
        name is "vendor"
        && path.AsSpan(start + Vendor.Length) is var rest
        && rest.IndexOf('/') is > 0 and var end
        && rest[..end].Contains('.')
            ? FilePurpose.Vendored
            : FilePurpose.None;

    /// <summary>GitHub runs its workflows, and an assistant reads its settings, whatever they are called.</summary>
    private static bool IsUsedAnyway(string path) =>
        SidePlace.IsWorkflow(path) || path.Contains(".claude/settings", StringComparison.Ordinal);

    private static bool IsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, FilePurpose> Rows(params ReadOnlySpan<(FilePurpose Purpose, string Names)> rows)
    {
        Dictionary<string, FilePurpose> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (purpose, row) in rows)
        {
            foreach (var name in row.Split(' '))
            {
                names.Add(name, purpose);
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
