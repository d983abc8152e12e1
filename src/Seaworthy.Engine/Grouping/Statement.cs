using System.Text;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>What a verdict says, without of whom and where: two that leave the same words say the same thing twice.</summary>
internal static class Statement
{
    private const char Blank = '◦';

    private static readonly string[] Joints = [", ", " and ", " of ", " in ", " (", ")", ": "];

    public static string Of(Verdict verdict)
    {
        var names = Names(verdict);
        StringBuilder statement = new(verdict.Message.Length);
        foreach (var (index, word) in verdict.Message.Split(' ').Index())
        {
            // "services.web: …" says first of what it speaks.
            if (index == 0 && word is [.., ':'])
            {
                continue;
            }

            var bare = word.Trim(',', '.', ';', ':', '(', ')', '\'', '"', '`');
            var isWhere = bare.Length > 0 && (names.Contains(bare) || names.Contains(WithoutLine(bare)));
            statement.Append(isWhere ? word.Replace(bare, $"{Blank}", StringComparison.Ordinal) : word).Append(' ');
        }

        return statement.ToString();
    }

    /// <summary>The subject as a whole and each name in it, and every file that is named as a place.</summary>
    private static HashSet<string> Names(Verdict verdict)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { verdict.Subject };
        names.UnionWith(verdict.Subject.Split(Joints, StringSplitOptions.RemoveEmptyEntries));
        names.UnionWith(verdict.Subject.Split(' '));
        foreach (var location in verdict.Locations)
        {
            names.Add(location.Span.File.Path);
            names.Add(location.Span.File.Name);
            names.Add(location.Span.File.Directory);
        }

        // Of a subject that is itself a sentence, small words would go as well.
        names.RemoveWhere(name => name.Length < 2 || !name.AsSpan().ContainsAny(Telling));
        return names;
    }

    private static readonly System.Buffers.SearchValues<char> Telling = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static string WithoutLine(string word) => word.LastIndexOf(':') is > 0 and var colon ? word[..colon] : word;
}
