using System.Text.RegularExpressions;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Fuzz.Trees;

/// <summary>Changes that no author of a reader thought of: to the text of one file, and to the files of a tree.</summary>
internal sealed partial class Mutations(Random random)
{
    private const int MostChanges = 12;
    private const int MostRepeats = 200;
    private const int LongestRepeated = 2_000;

    private static readonly string[] Hostile =
    [
        "..",
        "../../..",
        "/",
        "~",
        "${",
        "${A:-${A}}",
        "$(",
        "{{",
        "{{ .Values.a }}",
        "}}",
        "<<: *a",
        "&a",
        "*a",
        "!!binary",
        "|",
        ">-",
        "---",
        "- - -",
        "\t",
        "\"",
        "'",
        "\\",
        "`",
        "#",
        "//",
        "/*",
        "<!--",
        "<<EOF",
        "0",
        "-1",
        "1e309",
        "99999999999999999999",
        "0x7fffffffffffffff",
        "65536",
        "0.0.0.0:0",
        "[::1]:80",
        "127.0.0.1/33",
        "postgres://@:/",
        "http://[",
        "true",
        "null",
        "é",
        "\uD83D\uDE00",
        "\u202E",
        "\u200B",
        "\uFEFF",
        "\u0001",
        "\u001b[31m",
        "::error::x",
        "##vso[task.setvariable variable=a]b",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "@everyone",
        "* * * * *",
        "P1Y",
        "1h30m",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
    ];

    private static readonly string[] OddNames =
    [
        "a b/compose.yaml",
        "-x/Dockerfile",
        "é/.env",
        "::error::x/compose.yaml",
        "a\nb/k8s.yaml",
        "%2e%2e/nginx.conf",
        "COMPOSE.YAML",
        "dockerfile",
        "Dockerfile.",
        ".github/workflows/.yml",
        ".github/workflows/a.yml/b.yml",
        "compose.yaml/compose.yaml",
        ".git/config",
        "node_modules/a/package.json",
        "<img src=x>/package.json",
    ];

    public List<MemoryFile> Apply(List<MemoryFile> files)
    {
        for (var count = random.Next(1, MostChanges); count > 0 && files.Count > 0; count--)
        {
            if (random.Next(4) == 0)
            {
                ChangeTree(files);
            }
            else
            {
                var at = random.Next(files.Count);
                files[at] = files[at] with { Text = ChangeText(files[at].Text, files[random.Next(files.Count)].Text) };
            }
        }

        return [.. files.DistinctBy(file => file.Path)];
    }

    private void ChangeTree(List<MemoryFile> files)
    {
        var at = random.Next(files.Count);
        var other = files[random.Next(files.Count)];
        switch (random.Next(6))
        {
            case 0:
                files.RemoveAt(at);
                break;
            case 1:
                files.Add(files[at] with { Path = "copy/" + files[at].Path });
                break;
            case 2:
                files[at] = files[at] with { Path = OddNames[random.Next(OddNames.Length)] };
                break;
            case 3:
                files[at] = files[at] with { Text = other.Text };
                break;
            case 4:
                files[at] = files[at] with { LinkTarget = other.Path };
                break;
            default:
                files[at] = files[at] with { IsExecutable = !files[at].IsExecutable };
                break;
        }
    }

    private string ChangeText(string text, string other) =>
        random.Next(10) switch
        {
            0 => text[..Place(text)],
            1 => text.Insert(Place(text), Hostile[random.Next(Hostile.Length)]),
            2 => Word().Replace(text, word => random.Next(20) == 0 ? Hostile[random.Next(Hostile.Length)] : word.Value),
            3 => Word().Replace(text, word => random.Next(20) == 0 ? WordOf(other) : word.Value),
            4 => text.Insert(Place(text), Piece(other)),
            5 => text.Insert(Place(text), string.Concat(Enumerable.Repeat(Piece(text), random.Next(2, MostRepeats)))),
            6 => Lines(text, lines => lines.RemoveAt(random.Next(lines.Count))),
            7 => Lines(text, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)])),
            8 => Lines(text, lines => Indent(lines, random.Next(lines.Count))),
            _ => text.Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal),
        };

    private int Place(string text) => random.Next(text.Length + 1);

    private string Piece(string text)
    {
        var start = Place(text);
        return text.Substring(start, random.Next(Math.Min(LongestRepeated, text.Length - start) + 1));
    }

    private string WordOf(string text) =>
        Word().Matches(text) is { Count: > 0 } words ? words[random.Next(words.Count)].Value : Hostile[random.Next(Hostile.Length)];

    private static string Lines(string text, Action<List<string>> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines);
        return string.Join('\n', lines);
    }

    private void Indent(List<string> lines, int at) => lines[at] = random.Next(2) == 0 ? "  " + lines[at] : lines[at].TrimStart();

    [GeneratedRegex(@"[\w./:@${}~*-]+")]
    private static partial Regex Word();
}
