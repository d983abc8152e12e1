using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Secrets;

/// <summary>Passwords that a program hashes or makes an account with, those above all that the source writes out: <c>bcrypt.hash("…", 10)</c>, <c>create_superuser("admin", password="…")</c>.</summary>
/// <remarks>
/// Sources: documentation of bcrypt and argon2 for Node.js, Spring Security (<c>PasswordEncoder</c>), BCrypt.Net, ASP.NET Core Identity (<c>UserManager.CreateAsync</c>), passlib, Werkzeug, Django
/// (<c>UserManager</c>, <c>set_password</c>), golang.org/x/crypto/bcrypt, Laravel (<c>Hash::make</c>, <c>bcrypt</c>), PHP (<c>password_hash</c>).
/// </remarks>
internal sealed class SeededPasswords : FrameworkKnowledge
{
    // What hashes: a name that nothing else has, and the argument that is the password.
    private static readonly FrozenSet<string> Hashes = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "HashPassword",
            "hashPassword",
            "hash_password",
            "get_password_hash",
            "generate_password_hash",
            "make_password",
            "set_password",
            "GenerateFromPassword",
            "password_hash",
        ]
    );

    private static readonly FrozenSet<string> Makers = FrozenSet.Create(StringComparer.Ordinal, ["create_superuser", "create_user"]);

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (PasswordOf(call) is { } password)
            {
                var span = reading.Syntax.Span(password.Value);
                CodeValue value = WrittenText.Of(reading, password.Value, call.Scope) is { Length: > 0 } text
                    ? new CodeValue.Literal(text, span)
                    : new CodeValue.Unknown("it comes from elsewhere", span);
                reading.Settings.Add(new FrameworkSetting(FrameworkSetting.AccountPassword + call.Path, value, span));
            }
        }
    }

    private static CodeArgument? PasswordOf(CodeCall call) =>
        Hashes.Contains(call.Name) || IsHashOfLibrary(call) ? call.Positional(0)
        : Makers.Contains(call.Name) ? call.Named("password")
        : call.Name == "CreateAsync" && call.Owner.EndsWith("userManager", StringComparison.OrdinalIgnoreCase) ? call.Positional(1)
        : null;

    private static bool IsHashOfLibrary(CodeCall call)
    {
        var owner = call.Owner.Replace("::", ".", StringComparison.Ordinal);
        owner = owner[(owner.LastIndexOf('.') + 1)..];
        return call.Name switch
        {
            "hash" or "hashSync" => owner is "bcrypt" or "bcryptjs" or "Bcrypt" or "argon2" or "pwd_context",
            "make" => owner == "Hash",
            "Hash::make" => true,
            "encode" => owner is "encoder" || owner.EndsWith("passwordEncoder", StringComparison.OrdinalIgnoreCase),
            "bcrypt" => call.Owner.Length == 0,
            _ => false,
        };
    }
}
