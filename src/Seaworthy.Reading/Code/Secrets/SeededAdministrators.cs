using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Secrets;

/// <summary>Administrators that a program makes with a password which the model hashes: <c>new User({ role: "admin", password: process.env.ADMIN_PASSWORD || "…" })</c>.</summary>
/// <remarks>Sources: Mongoose documentation, "Models"; Sequelize, "Model Querying"; Prisma, "CRUD".</remarks>
internal sealed class SeededAdministrators : FrameworkKnowledge
{
    private const int MostMembers = 40;

    public override void Read(CodeReading reading)
    {
        if (!reading.File.Text.Contains("admin", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (IsMaker(call) && call.Positional(0) is { } account)
            {
                Add(reading, call, [.. reading.Syntax.Members(account.Value).Take(MostMembers)]);
            }
        }
    }

    /// <summary><c>new UserModel(…)</c>, <c>User.create(…)</c>.</summary>
    private static bool IsMaker(CodeCall call) =>
        call.Name is "create" or "insertOne" || call.Name is "User" or "UserModel" or "Admin" or "AdminModel";

    private static void Add(CodeReading reading, CodeCall call, List<CodeMember> members)
    {
        if (
            !members.Exists(member => SignUpWords.IsRole(member.Name) && IsOfAdministrator(reading, member.Value))
            || members.Find(member => member.Name == "password") is not { } password
        )
        {
            return;
        }

        var span = reading.Syntax.Span(password.Value);
        if (WrittenText.Of(reading, password.Value, call.Scope) is { Length: > 0 } text)
        {
            reading.Settings.Add(
                new FrameworkSetting(FrameworkSetting.AccountPassword + call.Name, new CodeValue.Literal(text, span), span)
            );
        }
        else if (Default(reading, password.Value, call.Scope) is { } value)
        {
            reading.Settings.Add(
                new FrameworkSetting(FrameworkSetting.AccountPasswordDefault + value.Variable, value.Text, value.Text.Span)
            );
        }
    }

    private static bool IsOfAdministrator(CodeReading reading, TokenRange value)
    {
        var text = reading.Syntax.Span(value).Text;
        return text == "true" || SignUpWords.IsAdministrator(text);
    }

    /// <summary>The text behind <c>process.env.NAME ||</c>, in place or under the name of a constant.</summary>
    private static NamedDefault? Default(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        var trees = reading.Trees;
        if (
            value.Count == 1
            && reading.AssignmentOf(trees.Text(value.First), scope) is { Member: null } kept
            && !reading.AssignmentsBeside(kept).Any()
        )
        {
            value = kept.Value;
        }

        return
            value.Count == 7
            && trees.Is(value.First, "process")
            && trees.Is(value.First + 2, "env")
            && (trees.Is(value.First + 5, "||") || trees.Is(value.First + 5, "??"))
            && trees.IsKind(value.First + 6, TokenKind.String)
            ? new NamedDefault(
                trees.Text(value.First + 4),
                new CodeValue.Literal(Literals.Value(trees, value.First + 6), trees.Span(value.First + 6))
            )
            : null;
    }

    private sealed record NamedDefault(string Variable, CodeValue.Literal Text);
}
