using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Gives every member of an assigned object literal an assignment of its own, under a dotted name.</summary>
internal static class Flattening
{
    private const int MaximumDepth = 6;

    public static void AddMembers(TokenTrees trees, CodeAssignment assignment, List<CodeAssignment> into)
    {
        if (assignment.Member is null)
        {
            AddMembers(trees, assignment, assignment.Value, into, 0);
        }
    }

    private static void AddMembers(TokenTrees trees, CodeAssignment owner, TokenRange value, List<CodeAssignment> into, int depth)
    {
        if (depth >= MaximumDepth || !IsLiteral(trees, value))
        {
            return;
        }

        foreach (var member in MemberReader.Read(trees, value))
        {
            if (member.Name is "..." or "" || member.Value.IsEmpty)
            {
                continue;
            }

            var flat = new CodeAssignment(
                owner.Name + "." + member.Name,
                member.Value,
                trees.Span(new TokenRange(member.Token, member.Value.End))
            )
            {
                Keyword = "member",
                IsExported = owner.IsExported,
                Token = member.Token,
            };
            into.Add(flat);
            AddMembers(trees, flat, member.Value, into, depth + 1);
        }
    }

    // The whole value is the literal: "{…}", "T{…}", "new T {…}", "{…} as const". A set or a block of statements has no members and costs nothing.
    private static bool IsLiteral(TokenTrees trees, TokenRange value)
    {
        var open = MemberReader.OpeningOf(trees, value);
        return open >= 0
            && (
                trees.After(open) >= value.End
                || trees.Is(trees.After(open), "as")
                || trees.Is(trees.After(open), "satisfies")
                || trees.IsOpen(value.First, Brackets.Paren)
            )
            && (
                trees.Language is Language.Python or Language.JavaScript or Language.TypeScript or Language.Php or Language.Ruby
                || open > value.First
            );
    }
}
