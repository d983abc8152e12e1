using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Reads assignments, words and redirections of a simple command.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.1 "Simple Commands".</remarks>
internal static class SimpleReader
{
    public static ShellNode.Simple? Read(ShellCursor cursor)
    {
        List<WordSyntax> words = [];
        List<AssignmentSyntax> assignments = [];
        List<RedirectSyntax> redirects = [];
        int start = cursor.At,
            end = start;
        while (!cursor.IsAtEnd && cursor.Current is not ('\n' or '#'))
        {
            if (RedirectReader.Read(cursor) is { } redirect)
            {
                redirects.Add(redirect);
            }
            else if (!ReadWord(cursor, words, assignments))
            {
                break;
            }

            end = cursor.At;
            cursor.SkipBlanks();
            while (IsInsideTest(words) && !cursor.IsAtEnd && cursor.Current == '\n')
            {
                cursor.At++;
                cursor.SkipBlanks();
            }
        }

        return end == start
            ? null
            : new ShellNode.Simple(words, assignments, cursor.Mapped.Span(start, end - start)) { Redirects = redirects };
    }

    /// <summary>Between <c>[[</c> and <c>]]</c>, where a line break separates nothing.</summary>
    private static bool IsInsideTest(List<WordSyntax> words) => words is [{ Word.Raw: "[[" }, ..] && words[^1].Word.Raw != "]]";

    private static bool ReadWord(ShellCursor cursor, List<WordSyntax> words, List<AssignmentSyntax> assignments)
    {
        var start = cursor.At;
        var isTest = IsInsideTest(words);
        if (isTest && cursor.Follows("]]"))
        {
            cursor.At += 2;
            WordBuilder closing = new();
            closing.Append("]]");
            words.Add(closing.Build(cursor, start));
            return true;
        }

        var word = ShellWordReader.Read(cursor, isTest, isExpression: isTest && words[^1].Word.Raw == "=~");
        if (cursor.At == start)
        {
            return false;
        }

        if (words.Count == 0 && Assignment(word, cursor.Mapped, start) is { } assignment)
        {
            assignments.Add(assignment);
        }
        else
        {
            words.Add(word);
        }

        return true;
    }

    /// <summary><c>NAME=value</c>, <c>NAME+=value</c> or <c>NAME[i]=value</c>, when the word has that form.</summary>
    public static AssignmentSyntax? Assignment(WordSyntax word, MappedText text, int start)
    {
        var raw = word.Word.Raw;
        var nameEnd = 0;
        while (nameEnd < raw.Length && ParameterReader.IsNameCharacter(raw[nameEnd]))
        {
            nameEnd++;
        }

        if (nameEnd == 0 || char.IsAsciiDigit(raw[0]))
        {
            return null;
        }

        var index = nameEnd < raw.Length && raw[nameEnd] == '[' ? raw.IndexOf(']', nameEnd) + 1 : nameEnd;
        var isAppended = index > 0 && index + 1 < raw.Length && raw[index] == '+' && raw[index + 1] == '=';
        var sign = isAppended ? index + 1 : index;
        if (index == 0 || sign >= raw.Length || raw[sign] != '=')
        {
            return null;
        }

        var isWhole = !isAppended && index == nameEnd;
        return new AssignmentSyntax(raw[..nameEnd], Value(word, sign + 1, isWhole, text, start), word.Word.Span);
    }

    /// <summary>The word after the sign. What is appended or put into an array cell is no value of the variable: then nothing in it is literal.</summary>
    private static WordSyntax Value(WordSyntax word, int length, bool isWhole, MappedText text, int start)
    {
        var parts = AfterPrefix(word.Word.Parts, length);
        var raw = word.Word.Raw[length..];
        var isLiteral =
            isWhole
            && parts.All(part => part.Kind == ShellPartKind.Literal)
            && !(word.Word.IsPattern && raw.Contains('(', StringComparison.Ordinal));
        ShellWord value = new(
            raw,
            isWhole ? parts : [new ShellPart(ShellPartKind.Substitution, raw) { Elements = [.. parts.SelectMany(part => part.Elements)] }],
            text.Span(start + length, raw.Length)
        )
        {
            Literal = isLiteral ? string.Concat(parts.Select(part => part.Text)) : null,
        };
        return new WordSyntax(value, word.Inner);
    }

    /// <summary>The name stands unquoted at the start of the first part; the rest of the parts is the value.</summary>
    private static List<ShellPart> AfterPrefix(IReadOnlyList<ShellPart> parts, int length)
    {
        List<ShellPart> rest = [];
        foreach (var part in parts)
        {
            var cut = part.Kind == ShellPartKind.Literal ? Math.Min(length, part.Text.Length) : 0;
            length -= cut;
            if (part.Text.Length > cut || cut == 0)
            {
                rest.Add(cut == 0 ? part : part with { Text = part.Text[cut..] });
            }
        }

        return rest.Count == 0 ? [new ShellPart(ShellPartKind.Literal, "")] : rest;
    }
}
