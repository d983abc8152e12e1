using System.Text.RegularExpressions;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.RulePages;

/// <summary>What can be told of a check by reading it.</summary>
internal static partial class CheckWords
{
    private static readonly string[] OfFiles = ["git", "test", "grep", "wc"];

    private static readonly string[] UsualFiles = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>It asks the files alone: every program of it is one that reads them.</summary>
    public static bool IsOfFiles(string check) => Separator().Split(Bare(check)).All(part => OfFiles.Contains(part.Split(' ')[0]));

    /// <summary>A sentence on what no check may hold; null when it holds none of it.</summary>
    public static string? Complaint(string check, IEnumerable<MemoryFile> files)
    {
        var bare = Bare(check);
        return bare.Contains("gitleaks", StringComparison.Ordinal) ? "gitleaks reads the history, which no repair changes"
            : Hole().Match(bare) is { Success: true } hole ? $"'{hole.Value}' is for the reader to replace"
            : OtherProtocol().IsMatch(bare) ? "curl asks a port where nothing speaks HTTP"
            : bare.Contains("docker compose ", StringComparison.Ordinal)
            && !bare.Contains(" -f ", StringComparison.Ordinal)
            && !files.Any(file => UsualFiles.Contains(file.Path))
                ? "Compose finds no file at the root, and is told none"
            : null;
    }

    /// <summary>The command without its comment, and without what stands in quotes or is the name of a file.</summary>
    private static string Bare(string check) => Quoted().Replace(Comment().Replace(Path().Replace(check, "-- x"), ""), "x");

    [GeneratedRegex(@"\s+#\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"-- [^'|)#]+?(?=$| \||\s+#)")]
    private static partial Regex Path();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s*(?:\|\||&&|;|\|)\s*(?:!\s)?|^!\s|\$\(")]
    private static partial Regex Separator();

    [GeneratedRegex(@"<[a-z][a-z ]*>|(?<![\w$/.-])(?:IMAGE|SERVICE|HOST|BACKEND|BROKER|CONTAINER|POD|NAMESPACE|BUILD_ID|URL)\b|:PORT\b")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\bcurl\b[^|;&]*:(?:5432|3306|6379|27017|9092|9093|5672|1433|11211|2181|9042)\b")]
    private static partial Regex OtherProtocol();
}
