using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.SignUps;

/// <summary>Whether a function stores a role that it takes from the request as it is.</summary>
internal sealed class RoleFlow(CodeReading reading, CodeFunction function)
{
    private const int MostSteps = 2_000;

    private readonly HashSet<string> carriers = new(StringComparer.Ordinal);

    private TokenTrees Trees => reading.Trees;

    /// <summary>Where it takes the role; null where it checks it, asks for a proof, or stores something else.</summary>
    public SourceSpan? Taken()
    {
        if (AsksForProof() || IsValidated())
        {
            return null;
        }

        RequestedRoles requested = new(reading, function);
        if (requested.First() is not { } place)
        {
            return null;
        }

        carriers.UnionWith(requested.Names);
        List<TokenRange> uses = [.. requested.Direct, .. Occurrences()];
        AddFoundBy(uses);
        RoleChecks checks = new(reading);
        RoleStores stores = new(reading, function);
        return uses.Exists(checks.IsChecked) || !uses.Exists(stores.Holds) ? null : place;
    }

    /// <summary>A code of an invitation, a key, or a refusal; and nothing of a password means no account.</summary>
    private bool AsksForProof()
    {
        var hasPassword = false;
        for (var at = function.Body.First; at < function.Body.End; at++)
        {
            if (!Trees.IsName(at))
            {
                continue;
            }

            var name = Trees.Text(at);
            hasPassword |= SignUpWords.IsPassword(name);
            if (SignUpWords.IsProof(name) || (SignUpWords.IsRole(name) && IsOfCaller(at)))
            {
                return true;
            }
        }

        return !hasPassword;
    }

    /// <summary><c>req.user.role</c>, <c>current_user.is_admin</c>: the account that is signed in.</summary>
    private bool IsOfCaller(int at) =>
        Trees.IsMemberSign(at - 1)
        && (
            Trees.Is(at - 2, "current_user")
            || Trees.Is(at - 2, "currentUser")
            || (
                Trees.Is(at - 2, "user")
                && Trees.IsMemberSign(at - 3)
                && (Trees.Is(at - 4, "req") || Trees.Is(at - 4, "request") || Trees.Is(at - 4, "g"))
            )
        );

    /// <summary>A schema or a validator sees the whole request: <c>schema.validate(req.body)</c>.</summary>
    private bool IsValidated() =>
        reading.Syntax.Calls.Any(call =>
            function.Body.Contains(call.Open)
            && (
                call.Name.Contains("valid", StringComparison.OrdinalIgnoreCase)
                || call.Name is "parse" or "safeParse" or "parseAsync" or "load"
            )
            && call.Path != "JSON.parse"
            && call.Arguments.Count > 0
            && RequestedRoles.IsWhole(reading.Syntax.Span(call.Arguments[0].Value).Text, function)
        );

    private List<TokenRange> Occurrences()
    {
        List<TokenRange> found = [];
        for (var at = function.Body.First; at < function.Body.End && found.Count < MostSteps; at++)
        {
            if (Trees.IsName(at) && !Trees.IsMemberSign(at - 1) && carriers.Contains(Trees.Text(at)))
            {
                found.Add(new TokenRange(at, EndOfChain(at)));
            }
        }

        return found;
    }

    /// <summary>What was found in the database by the role stands for it: <c>const found = await roles.findOne({ name: role })</c>.</summary>
    private void AddFoundBy(List<TokenRange> uses)
    {
        var found = reading
            .Syntax.Assignments.Where(assignment =>
                CodeScope.IsWithin(assignment.Scope, function)
                && assignment.Keyword != "member"
                && uses.Exists(use => assignment.Value.Contains(use.First))
                && reading.Syntax.Span(assignment.Value).Text.Contains(".find", StringComparison.Ordinal)
            )
            .Select(assignment => assignment.Name)
            .ToList();
        if (found.Count > 0)
        {
            carriers.Clear();
            carriers.UnionWith(found);
            uses.AddRange(Occurrences());
        }
    }

    /// <summary>Behind <c>role.trim().toLowerCase()</c>.</summary>
    private int EndOfChain(int at)
    {
        var end = at + 1;
        while (Trees.IsMemberSign(end) && Trees.IsName(end + 1))
        {
            end = Trees.IsOpen(end + 2, Brackets.Paren) ? Trees.After(end + 2) : end + 2;
        }

        return end;
    }
}
