using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Tree;

/// <summary>What holds for every tree of every format, whatever the file: no exception, and every place inside the file.</summary>
internal static class NodeFileCheck
{
    public static void Read(Func<SourceFile, NodeFile> parse, string text)
    {
        var read = parse(new SourceFile("a", text));
        foreach (var problem in read.Problems)
        {
            Inside(problem.Span);
        }

        foreach (var document in read.Documents)
        {
            Inside(document);
        }
    }

    public static void CutAnywhere(Func<SourceFile, NodeFile> parse, string text)
    {
        for (var length = 0; length <= text.Length; length++)
        {
            Read(parse, text[..length]);
            Read(parse, text[length..]);
        }
    }

    public static void Random(Func<SourceFile, NodeFile> parse, string alphabet)
    {
        Random random = new(7);
        for (var round = 0; round < 3000; round++)
        {
            StringBuilder text = new();
            for (var length = random.Next(60); length > 0; length--)
            {
                text.Append(alphabet[random.Next(alphabet.Length)]);
            }

            Read(parse, text.ToString());
        }
    }

    private static void Inside(Node node)
    {
        Inside(node.Span);
        foreach (var item in node.Items)
        {
            Inside(item);
        }

        foreach (var entry in node.Entries)
        {
            Inside(entry.KeySpan);
            Inside(entry.Span);
            Inside(entry.Value);
        }

        if (node is ScalarNode { Value.Length: < 1000 } scalar)
        {
            Inside(scalar.Mapped.Span(0, scalar.Value.Length));
        }
    }

    private static void Inside(SourceSpan span) =>
        Assert.True(
            span.Start >= 0 && span.Length >= 0 && span.End <= span.File.Text.Length,
            $"{span.Start}+{span.Length} of {span.File.Text.Length}"
        );
}
