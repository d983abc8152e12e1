using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Dockerfile;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>The command after RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD, in either form.</summary>
/// <remarks>Source: Dockerfile reference, "Shell and exec form".</remarks>
internal static class CommandLineReader
{
    public static CommandLine Read(InstructionSyntax instruction, InstructionContext context)
    {
        var text = instruction.Arguments;
        var span = text.Span(0, text.Text.Length);
        var array = ExecForm.Read(text);
        if (array.HoldsOtherValues)
        {
            context.Report(ProblemKind.Syntax, $"{instruction.Keyword.Value} takes an array of strings only", span);
        }

        return array.Words is { } words
            ? Exec(words, text, span)
            : new CommandLine(false, text.Text, span)
            {
                IsBrokenExec = array.LooksLikeArray,
                RunsInShell = true,
                Commands = context.ShellIsPosix && !array.LooksLikeArray ? Shell(instruction) : [],
            };
    }

    private static CommandLine Exec(IReadOnlyList<Fact<string>> words, MappedText text, SourceSpan span)
    {
        var script = ShellKind.ScriptIndex(words);
        return new CommandLine(true, text.Text, span)
        {
            Words = words,
            RunsInShell = script > 0,
            Commands =
                script > 0 ? ShellParser.Parse(Script(words[script]), words[script - 1].Value.Contains('e', StringComparison.Ordinal))
                : words.Count > 0 ? [new ShellCommand([.. words.Select(Word)], span)]
                : [],
        };
    }

    private static ShellWord Word(Fact<string> word) =>
        new(word.Value, [new ShellPart(ShellPartKind.Literal, word.Value)], word.Span) { Literal = word.Value };

    // Where the JSON string has escapes, places inside it are near, not exact.
    private static MappedText Script(Fact<string> word) => new(word.Value, word.Span.File, [new MappedSegment(0, word.Span.Start)]);

    private static IReadOnlyList<ShellCommand> Shell(InstructionSyntax instruction)
    {
        if (instruction.Heredocs is not [var first, ..])
        {
            var commands = ShellParser.Parse(instruction.Arguments);
            // CMD sh -c "…": a shell that starts a shell. What RUN hands on is followed where its steps are.
            return
                !instruction.Keyword.Value.Equals("RUN", StringComparison.OrdinalIgnoreCase)
                && commands is [{ Program: "sh" or "bash" or "/bin/sh" or "/bin/bash" } shell]
                && ShellParser.ParseInner(shell) is { Count: > 0 } inner
                ? inner
                : commands;
        }

        // "RUN <<EOF" alone: the body is the script, run by the shell or by what its first line names.
        if (instruction.Heredocs.Count == 1 && instruction.Arguments.Text == first.Span.Text)
        {
            return Shebang.Of(first.Body.Text) is { IsOfShell: false } ? [] : ShellParser.Parse(first.Body);
        }

        MappedTextBuilder whole = new(instruction.Arguments.File);
        whole.Append(instruction.Arguments);
        whole.Replace("\n", End(instruction.Arguments));
        foreach (var heredoc in instruction.Heredocs)
        {
            whole.Append(heredoc.Body);
            whole.Replace(heredoc.Name + "\n", End(heredoc.Body));
        }

        return ShellParser.Parse(whole.Build());
    }

    private static int End(MappedText text) => text.Span(text.Text.Length, 0).Start;
}
