using System.Text;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>The body of a here-document: the lines up to its delimiter.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.7.4 "Here-Document".</remarks>
internal static class HereDocumentReader
{
    public static void Read(ShellCursor cursor, RedirectSyntax redirect)
    {
        var delimiter = Delimiter(redirect.Target.Word);
        var stripsTabs = redirect.Operator.EndsWith("<<-", StringComparison.Ordinal);
        StringBuilder body = new();
        List<MappedSegment> segments = [];
        var start = cursor.At;
        while (!cursor.IsAtEnd)
        {
            var lineEnd = cursor.Text.IndexOf('\n', cursor.At, cursor.End - cursor.At);
            var line = cursor.Text.AsSpan(cursor.At, (lineEnd < 0 ? cursor.End : lineEnd) - cursor.At);
            var content = stripsTabs ? line.TrimStart('\t') : line;
            var bodyEnd = cursor.At;
            cursor.At = lineEnd < 0 ? cursor.End : lineEnd + 1;
            if (content.TrimEnd('\r').SequenceEqual(delimiter))
            {
                Finish(cursor, redirect, body, segments, start, bodyEnd);
                return;
            }

            segments.Add(new MappedSegment(body.Length, cursor.Mapped.Span(bodyEnd + line.Length - content.Length, 0).Start));
            body.Append(content).Append('\n');
        }

        // The shell warns and runs on: all that follows is text.
        cursor.Report($"here-document is never ended by a line '{delimiter}'", start, 0, ProblemKind.InvalidValue);
        Finish(cursor, redirect, body, segments, start, cursor.At);
    }

    private static void Finish(
        ShellCursor cursor,
        RedirectSyntax redirect,
        StringBuilder body,
        List<MappedSegment> segments,
        int start,
        int end
    )
    {
        redirect.HereDocument = new MappedText(body.ToString(), cursor.Mapped.File, segments);
        var isQuoted = redirect.Target.Word.Raw.AsSpan().ContainsAny('\'', '"', '\\');
        if (!isQuoted && cursor.Depth < ShellCursor.DepthLimit)
        {
            redirect.Inner = ShellWordReader.ReadHereDocument(cursor.Inside(start, end));
        }
    }

    private static string Delimiter(ShellWord word) => word.Literal ?? word.Raw;
}
