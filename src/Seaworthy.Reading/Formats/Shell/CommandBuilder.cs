using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A simple command of the grammar, with what holds for it, as the model's command.</summary>
internal static class CommandBuilder
{
    public static bool IsDeclaration(string program) => program is "export" or "readonly" or "local" or "declare" or "typeset";

    public static ShellCommand Build(ShellNode.Simple simple, FlowState state, FlowContext context, string joint) =>
        new([.. simple.Words.Select(word => word.Word)], simple.Span)
        {
            Assignments = Assignments(simple),
            Redirects = [.. simple.Redirects.Select(Redirect)],
            Place = state.Directory,
            Directory = state.Directory is { Base: ShellDirectoryBase.Start } place ? place.Path : null,
            Joint = joint,
            FailureIsMasked = context.IsMasked,
            HasFallback = context.HasFallback,
            IsConditional = context.IsConditional,
            Arm = context.Arm,
            IsCondition = context.IsCondition,
            IsTested = context.IsTested,
            Loop = context.Loop,
            IsBackground = context.IsBackground,
            IsInSubstitution = context.IsInSubstitution,
            StopsOnError = state.StopsOnError,
            Function = context.Function,
        };

    private static ShellRedirect Redirect(RedirectSyntax redirect) =>
        new(redirect.Operator, redirect.Target.Word, redirect.HereDocument?.Text) { HereDocumentText = redirect.HereDocument };

    private static List<ShellAssignment> Assignments(ShellNode.Simple simple)
    {
        List<ShellAssignment> assignments =
        [
            .. simple.Assignments.Select(assignment => new ShellAssignment(
                assignment.Name,
                assignment.Value?.Word,
                IsExported: simple.Words.Count > 0,
                assignment.Span
            )),
        ];
        if (simple.Words is not [{ Word.Literal: { } program }, ..] || !IsDeclaration(program))
        {
            return assignments;
        }

        var arguments = simple.Words.Skip(1).ToList();
        var isExported =
            program == "export"
            || (
                program is "declare" or "typeset"
                && arguments.Any(word => word.Word.Literal is ['-', ..] option && option.Contains('x', StringComparison.Ordinal))
            );
        foreach (var argument in arguments)
        {
            if (SimpleReader.Assignment(argument, Map(argument), 0) is { } assignment)
            {
                assignments.Add(new ShellAssignment(assignment.Name, assignment.Value?.Word, isExported, assignment.Span));
            }
            else if (argument.Word.Literal is [not '-', ..] name && name.AsSpan().IndexOfAnyExcept(ShellName.Letters) < 0)
            {
                assignments.Add(new ShellAssignment(name, null, isExported, argument.Word.Span));
            }
        }

        return assignments;
    }

    private static MappedText Map(WordSyntax word) => MappedText.Of(word.Word.Span);
}
