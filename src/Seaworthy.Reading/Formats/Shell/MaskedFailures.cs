namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Tells which failures a list swallows: those followed by <c>||</c> and something that always succeeds.</summary>
internal sealed class MaskedFailures(IReadOnlyDictionary<string, ShellNode> functions)
{
    private const int DepthLimit = 8;

    /// <summary>For each pipeline of an and-or list: whether its failure is swallowed.</summary>
    public bool[] Of(ShellNode.AndOr list)
    {
        var masked = new bool[list.Items.Count];
        bool next = false;
        for (var index = list.Items.Count - 2; index >= 0; index--)
        {
            if (list.Items[index + 1].Joint == "||")
            {
                next = masked[index + 1] || AlwaysSucceeds(list.Items[index + 1].Pipeline, 0);
            }

            masked[index] = next;
        }

        return masked;
    }

    private bool AlwaysSucceeds(ShellNode node, int depth) =>
        depth < DepthLimit
        && node switch
        {
            ShellNode.Simple simple => AlwaysSucceeds(simple, depth),
            ShellNode.Pipeline { IsNegated: false, Stages: [.., var last] } => AlwaysSucceeds(last, depth + 1),
            ShellNode.AndOr { Items: [.., var last] } list => list.Items.Count == 1
                ? AlwaysSucceeds(last.Pipeline, depth + 1)
                : last.Joint == "||" && AlwaysSucceeds(last.Pipeline, depth + 1),
            ShellNode.Sequence sequence => AlwaysSucceeds(sequence, depth),
            ShellNode.Group group => AlwaysSucceeds(group.Body, depth + 1),
            _ => false,
        };

    private bool AlwaysSucceeds(ShellNode.Sequence sequence, int depth)
    {
        if (sequence.Items.Count == 0)
        {
            return false;
        }

        foreach (var item in sequence.Items)
        {
            if (item.Items is [{ Pipeline.Stages: [ShellNode.Simple { Words: [{ Word.Literal: "exit" or "return" }, ..] } exit] }])
            {
                return AlwaysSucceeds(exit, depth + 1);
            }
        }

        return AlwaysSucceeds(sequence.Items[^1], depth + 1);
    }

    private bool AlwaysSucceeds(ShellNode.Simple simple, int depth) =>
        simple.Words switch
        {
            [] => simple.Assignments.All(assignment => assignment.Value?.Inner is null or []),
            [{ Word.Literal: "true" or ":" or "echo" or "printf" or "continue" }, ..] => true,
            [{ Word.Literal: "exit" or "return" }, { Word.Literal: "0" }] => true,
            [{ Word.Literal: { } name }, ..] when functions.TryGetValue(name, out var body) => AlwaysSucceeds(body, depth + 1),
            _ => false,
        };
}
