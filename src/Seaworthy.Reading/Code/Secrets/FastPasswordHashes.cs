using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Secrets;

/// <summary>Passwords that a program hashes with a fast function: <c>md5($password)</c>, <c>hashlib.sha256(password.encode())</c>, <c>createHash("md5").update(password)</c>.</summary>
/// <remarks>
/// Sources: PHP, "md5", "hash", "hash_hmac"; Python, "hashlib"; Node.js, "crypto.createHash"; Java, "MessageDigest"; Apache Commons Codec, "DigestUtils"; .NET, "MD5.HashData"; Go, packages crypto/md5 and
/// crypto/sha256.
/// </remarks>
internal sealed class FastPasswordHashes : FrameworkKnowledge
{
    private const string JavaDigest = "MessageDigest.getInstance(";

    public override void Read(CodeReading reading)
    {
        bool? isForOtherUse = null;
        foreach (var call in reading.Syntax.Calls)
        {
            if (HashOf(reading, call) is var (algorithm, content) && NamesPassword(reading.Trees, content))
            {
                isForOtherUse ??= FastHashes.IsForOtherUse(reading.File.Text);
                if (isForOtherUse is false)
                {
                    reading.Settings.Add(
                        new FrameworkSetting(FrameworkSetting.FastPasswordHash, new CodeValue.Literal(algorithm, call.Span), call.Span)
                    );
                }
            }
        }
    }

    private static Hash? HashOf(CodeReading reading, CodeCall call)
    {
        var owner = call.Owner[(call.Owner.LastIndexOf('.') + 1)..];
        return call.Name switch
        {
            "hash" or "hash_hmac" when reading.Trees.Language == Language.Php && call.Owner.Length == 0 => Of(
                Text(reading, call.Positional(0), call.Scope),
                call.Positional(1)
            ),
            "update" when call.Receiver is { Name: "createHash" } made => Of(
                Text(reading, made.Positional(0), made.Scope),
                call.Positional(0)
            ),
            "digest" or "update" when call.Receiver is null && owner.Length > 0 => Of(JavaOf(reading, call), call.Positional(0)),
            "HashData" => Of(owner, call.Positional(0)),
            "Sum" or "Sum256" or "Sum512" when reading.Trees.Language == Language.Go => Of(owner, call.Positional(0)),
            _ when owner is "hashlib" or "DigestUtils" || (reading.Trees.Language == Language.Php && call.Owner.Length == 0) => Of(
                call.Name,
                call.Positional(0)
            ),
            _ => null,
        };
    }

    private static Hash? Of(string? function, CodeArgument? content) =>
        function is not null && content is not null && FastHashes.NameOf(function) is { } name ? new Hash(name, content.Value) : null;

    private static string? Text(CodeReading reading, CodeArgument? argument, CodeScope? scope) =>
        argument is null ? null : WrittenText.Of(reading, argument.Value, scope);

    /// <summary>What the object was made for, on which the method is called.</summary>
    private static string? JavaOf(CodeReading reading, CodeCall call)
    {
        if (
            reading.Trees.Language is not (Language.Java or Language.Kotlin)
            || reading.AssignmentOf(call.Owner, call.Scope) is not { } made
        )
        {
            return null;
        }

        var text = reading.Syntax.Span(made.Value).Text;
        return text.StartsWith(JavaDigest, StringComparison.Ordinal) && text.Split('"') is [_, var name, ..] ? name : null;
    }

    private static bool NamesPassword(TokenTrees trees, TokenRange content)
    {
        for (var at = content.First; at < content.End; at++)
        {
            if (
                (trees.IsName(at) && FastHashes.IsPassword(trees.Text(at)))
                || (trees.IsKind(at, TokenKind.String) && FastHashes.IsPassword(trees.Text(at).Trim('"', '\'')))
            )
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Hash(string Algorithm, TokenRange Content);
}
