using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>One pass over the lines of one Dockerfile.</summary>
internal sealed class DockerfileScan(MappedText text)
{
    private const int MaxInstructions = 10_000;

    private readonly List<InstructionSyntax> instructions = [];
    private readonly List<Fact<string>> comments = [];
    private readonly List<Problem> problems = [];
    private readonly LineCursor lines = new(text.Text);
    private Fact<string>? syntaxDirective;
    private char escape = '\\';
    private bool directivesAreOver;

    public DockerfileSyntax Run()
    {
        while (lines.Next() && instructions.Count < MaxInstructions)
        {
            if (lines.IsBlank)
            {
                directivesAreOver = true;
            }
            else if (lines.IsComment)
            {
                Comment(isOutsideInstruction: true);
            }
            else
            {
                directivesAreOver = true;
                Instruction();
            }
        }

        if (instructions.Count == MaxInstructions)
        {
            problems.Add(new Problem(ProblemKind.Limit, $"read up to {MaxInstructions} instructions", text.Span(lines.Start, 0)));
        }

        return new DockerfileSyntax(instructions)
        {
            Escape = escape,
            SyntaxDirective = syntaxDirective,
            Comments = comments,
            Problems = problems,
        };
    }

    private void Instruction()
    {
        var start = lines.Content;
        var line = Join();
        if (string.IsNullOrWhiteSpace(line.Text))
        {
            return;
        }

        var instruction = InstructionSplitter.Split(line, escape);
        var heredocs = HeredocMarker.MayFollow(instruction) ? Heredocs(instruction.Arguments) : [];
        instructions.Add(instruction with { Heredocs = heredocs, Span = text.Span(start, lines.End - start) });
    }

    /// <summary>The logical line that starts at the cursor: continued lines without their marks, comments and blank lines inside left out.</summary>
    private MappedText Join()
    {
        MappedTextBuilder joined = new(text.File);
        var start = lines.Content;
        while (true)
        {
            var cut = ContinuationMark(start, lines.End);
            joined.Append(text.Slice(start, (cut < 0 ? lines.End : cut) - start));
            if (cut < 0 || !NextContinued())
            {
                return joined.Build();
            }

            start = lines.Start;
        }
    }

    private bool NextContinued()
    {
        while (lines.Next())
        {
            if (lines.IsComment)
            {
                Comment(isOutsideInstruction: false);
            }
            else if (!lines.IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    // A doubled mark protects itself and continues nothing.
    private int ContinuationMark(int start, int end)
    {
        var last = end - 1;
        while (last >= start && text.Text[last] is ' ' or '\t')
        {
            last--;
        }

        return last >= start && text.Text[last] == escape && (last == start || text.Text[last - 1] != escape) ? last : -1;
    }

    private void Comment(bool isOutsideInstruction)
    {
        var body = text.Slice(lines.Content + 1, lines.End - lines.Content - 1).Trim();
        Fact<string> comment = new(body.Text, body.Span(0, body.Text.Length));
        comments.Add(comment);
        directivesAreOver |= !isOutsideInstruction || !Directive(comment);
    }

    private bool Directive(Fact<string> comment)
    {
        if (directivesAreOver || comment.Value.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var sign))
        {
            return false;
        }

        var value = comment.Value[(sign + 1)..].Trim();
        switch (comment.Value[..sign].Trim().ToLowerInvariant())
        {
            case "escape" when value is "\\" or "`":
                escape = value[0];
                return true;
            case "escape":
                problems.Add(new Problem(ProblemKind.InvalidValue, $"escape is a backslash or a backtick, not '{value}'", comment.Span));
                return true;
            case "syntax":
                syntaxDirective = new Fact<string>(value, comment.Span);
                return true;
            case "check":
                return true;
            default:
                return false;
        }
    }

    private List<Heredoc> Heredocs(MappedText arguments)
    {
        List<Heredoc> found = [];
        foreach (var marker in HeredocMarker.FindAll(arguments, escape))
        {
            found.Add(new Heredoc(marker.Name, Body(marker), marker.Expands, marker.Span));
        }

        return found;
    }

    private MappedText Body(HeredocMarker marker)
    {
        MappedTextBuilder body = new(text.File);
        var last = lines.End;
        body.Append(text.Slice(last, 0));
        while (lines.Next())
        {
            var start = marker.StripsTabs ? lines.SkipTabs() : lines.Start;
            if (text.Text.AsSpan(start, lines.End - start).SequenceEqual(marker.Name))
            {
                return body.Build();
            }

            body.Append(text.Slice(start, lines.End - start));
            body.Replace("\n", text.Span(lines.End, 0).Start);
            last = lines.End;
        }

        problems.Add(new Problem(ProblemKind.Syntax, $"the here-document '{marker.Name}' is never closed", marker.Span));
        lines.MoveTo(last);
        return body.Build();
    }
}
