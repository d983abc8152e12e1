using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.SignUps;

/// <summary>Whether a use of a role puts it into a new account.</summary>
internal sealed class RoleStores(CodeReading reading, CodeFunction function)
{
    private const int MostLevels = 4;

    // They answer, sign, write to the log or look for something.
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "json",
            "jsonify",
            "send",
            "sign",
            "encode",
            "render",
            "render_template",
            "log",
            "info",
            "error",
            "warn",
            "debug",
            "redirect",
            "emit",
            "find",
            "findOne",
            "findFirst",
            "findUnique",
            "filter",
            "filter_by",
            "get",
            "fetch",
            "dict",
            "JSONResponse",
            "create_access_token",
        ]
    );

    private static readonly FrozenSet<string> Queries = FrozenSet.Create(
        StringComparer.Ordinal,
        ["query", "execute", "run", "raw", "fetchrow", "unsafe", "none", "one"]
    );

    private TokenTrees Trees => reading.Trees;

    public bool Holds(TokenRange use) => IsAssigned(use) || IsMember(use) || IsNamedArgument(use) || IsInserted(use);

    /// <summary><c>user.role = role</c>.</summary>
    private bool IsAssigned(TokenRange use) =>
        reading.Syntax.Assignments.Any(assignment =>
            CodeScope.IsWithin(assignment.Scope, function)
            && assignment.Keyword != "member"
            && assignment.Value.Contains(use.First)
            && assignment.Name.LastIndexOf('.') is var dot and > 0
            && SignUpWords.IsRole(assignment.Name[(dot + 1)..])
            && !assignment.Name.StartsWith("req.", StringComparison.Ordinal)
        );

    /// <summary><c>create({ email, password, role })</c>, <c>prisma.user.create({ data: { email, role } })</c>, <c>const account = { email, role }</c>.</summary>
    private bool IsMember(TokenRange use)
    {
        var open = Trees.Parent(use.First);
        if (!Trees.IsOpen(open, Brackets.Brace) || !HoldsAccount(open, use.First))
        {
            return false;
        }

        for (var level = 0; level < MostLevels && Trees.IsOpen(open, Brackets.Brace); level++)
        {
            if (reading.AssignedAt(open) is { Keyword: not "member" })
            {
                return true;
            }

            open = Trees.Parent(open);
        }

        return Trees.IsOpen(open, Brackets.Paren) && reading.Syntax.CallAt(open) is { } call && !Others.Contains(call.Name);
    }

    private bool HoldsAccount(int open, int at)
    {
        var members = reading.Syntax.Members(new TokenRange(open, Trees.After(open)));
        return members.Any(member => SignUpWords.IsRoleOfAccount(member.Name) && (member.Token == at || member.Value.Contains(at)))
            && members.Any(member => SignUpWords.IsOfAccount(member.Name));
    }

    /// <summary><c>User(email=email, role=role)</c>.</summary>
    private bool IsNamedArgument(TokenRange use) =>
        Trees.Language == Language.Python
        && CallAround(use.First, 1) is { } call
        && !Others.Contains(call.Name)
        && call.Arguments.Any(argument =>
            argument.Name is { } name && SignUpWords.IsRoleOfAccount(name) && argument.Value.Contains(use.First)
        )
        && call.Arguments.Any(argument => argument.Name is { } name && SignUpWords.IsOfAccount(name));

    /// <summary><c>db.query("INSERT INTO users (email, role) …", [email, role])</c>.</summary>
    private bool IsInserted(TokenRange use)
    {
        if (CallAround(use.First, 2) is not { } call || !Queries.Contains(call.Name) || call.Positional(0) is not { } statement)
        {
            return false;
        }

        var text = reading.Syntax.Span(statement.Value).Text;
        return !statement.Value.Contains(use.First)
            && text.Contains("INSERT", StringComparison.OrdinalIgnoreCase)
            && text.Contains("user", StringComparison.OrdinalIgnoreCase)
            && text.Contains("rol", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The call in whose arguments, or in a list among them, a token stands.</summary>
    private CodeCall? CallAround(int at, int levels)
    {
        var open = Trees.Parent(at);
        for (var level = 0; level < levels && open >= 0; level++)
        {
            if (Trees.IsOpen(open, Brackets.Paren) && reading.Syntax.CallAt(open) is { } call)
            {
                return call;
            }

            open = Trees.Parent(open);
        }

        return null;
    }
}
