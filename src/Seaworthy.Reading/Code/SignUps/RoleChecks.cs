using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.SignUps;

/// <summary>Whether a use of a role looks at its value, so that administrators may be refused.</summary>
internal sealed class RoleChecks(CodeReading reading)
{
    private TokenTrees Trees => reading.Trees;

    public bool IsChecked(TokenRange use) => IsCompared(use) || IsInList(use) || IsSwitched(use) || IsHandedOver(use) || IsIndex(use);

    private bool IsCompared(TokenRange use)
    {
        var behind = IsEquality(use.End);
        if (!behind && !IsEquality(use.First - 1))
        {
            return false;
        }

        var sign = behind ? use.End : use.First - 1;
        var other = behind ? use.End + 1 : use.First - 2;
        var text = Trees.Text(other);
        if (text is "null" or "undefined" or "None" or "''" or "\"\"")
        {
            return false;
        }

        var name = EndOfName(other, behind);
        return !name.Contains("super", StringComparison.OrdinalIgnoreCase)
            && !IsOfOtherMember(use)
            && !(Trees.Chars(sign)[0] == '!' && SignUpWords.IsAdministrator(name));
    }

    /// <summary>It decides another value of an object: <c>{ classId: role === "student" ? id : null }</c>.</summary>
    private bool IsOfOtherMember(TokenRange use) =>
        Trees.Parent(use.First) is var open
        && Trees.IsOpen(open, Brackets.Brace)
        && reading.Syntax.CallAt(Trees.Parent(open)) is not null
        && reading
            .Syntax.Members(new TokenRange(open, Trees.After(open)))
            .Any(member => member.Value.Contains(use.First) && !SignUpWords.IsRoleOfAccount(member.Name));

    private bool IsEquality(int at) => Trees.Is(at, "==") || Trees.Is(at, "===") || Trees.Is(at, "!=") || Trees.Is(at, "!==");

    /// <summary><c>Roles.ADMIN</c> as a whole.</summary>
    private string EndOfName(int at, bool isForward)
    {
        var step = isForward ? 1 : -1;
        var text = Trees.Text(at);
        while (Trees.IsMemberSign(at + step) && Trees.IsName(at + (2 * step)))
        {
            at += 2 * step;
            text += "." + Trees.Text(at);
        }

        return text;
    }

    /// <summary>Python: <c>role not in ("donor", "hospital")</c>.</summary>
    private bool IsInList(TokenRange use)
    {
        if (Trees.Language != Language.Python)
        {
            return false;
        }

        var at = Trees.Is(use.End, "not") ? use.End + 1 : use.End;
        return Trees.Is(at, "in") && !Allows(at + 1);
    }

    /// <summary>A list, or the name of one, in which administrators are.</summary>
    private bool Allows(int at)
    {
        if (Trees.IsName(at))
        {
            return reading.AssignmentOf(Trees.Text(at), null) is { } list && NamesAdministrator(list.Value);
        }

        return Trees.IsKind(at, TokenKind.Open) && NamesAdministrator(Trees.Inside(at));
    }

    private bool NamesAdministrator(TokenRange range)
    {
        for (var at = range.First; at < range.End; at++)
        {
            if ((Trees.IsKind(at, TokenKind.String) || Trees.IsName(at)) && SignUpWords.IsAdministrator(Trees.Text(at)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSwitched(TokenRange use) =>
        (Trees.IsOpen(use.First - 1, Brackets.Paren) && Trees.Is(use.First - 2, "switch")) || Trees.Is(use.First - 1, "match");

    private bool IsIndex(TokenRange use) =>
        Trees.IsOpen(use.First - 1, Brackets.Square) && Trees.IsName(use.First - 2) && Trees.IsClose(use.End, Brackets.Square);

    /// <summary>A function gets the role alone: <c>isAllowed(role)</c>, <c>allowed.includes(role)</c>.</summary>
    private bool IsHandedOver(TokenRange use)
    {
        if (!Trees.IsOpen(use.First - 1, Brackets.Paren) || !Trees.IsClose(use.End, Brackets.Paren))
        {
            return false;
        }

        if (
            reading.Syntax.CallAt(use.First - 1) is not { } call
            || call.Name is "String" or "str" or "Boolean" or "bool" or "trim" or "log" or "print"
        )
        {
            return false;
        }

        if (call.Name is not ("includes" or "indexOf"))
        {
            return true;
        }

        // ["user", "admin"].includes(role)
        var before = call.First - 1;
        return call.Owner.Length > 0
            ? !(reading.AssignmentOf(call.Owner.TrimStart('.'), call.Scope) is { } list && NamesAdministrator(list.Value))
                && !(call.Owner is "." && Trees.IsClose(before, Brackets.Square) && NamesAdministrator(Trees.Inside(Trees.Partner(before))))
            : !(
                call.Path.StartsWith('.')
                && Trees.IsClose(before - 1, Brackets.Square)
                && NamesAdministrator(Trees.Inside(Trees.Partner(before - 1)))
            );
    }
}
