using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Logging;

/// <summary>Names in a call that writes to the log, by which a program knows what lets one of its users in: <c>console.log(`Code: ${otp}`)</c>.</summary>
internal static class LoggedCredentials
{
    private const int DepthLimit = 4;
    private const int MostMembers = 40;

    /// <summary>Parts of such names, by which a file is known to be worth reading whole, in every language.</summary>
    public static IReadOnlyList<string> Markers { get; } =
    ["otp", "Otp", "OTP", "resetUrl", "resetLink", "ResetToken", "resetToken", "erificationLink", "magicLink", "ccessToken", "efreshToken"];

    public static IEnumerable<CodeValue.Reference> Of(CodeReading reading, CodeCall call)
    {
        var line = call.Span.Text;
        return call
            .Arguments.Where(argument => argument.Name is not ("file" or "end" or "sep" or "flush"))
            .SelectMany(argument => Names(reading, argument.Value, 0))
            .Where(reference =>
                (IsCredential(reference.Name, line) && !IsMasked(reading, reference, call.Scope))
                || IsLinkWithToken(reading, reference, call.Scope)
            );
    }

    private static bool IsCredential(string path, string line)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return path.Any(char.IsLower)
            && (CredentialNames.IsCredential(name) || CredentialNames.IsHash(name) || CredentialNames.IsCode(name, line));
    }

    /// <summary>An address into which the function puts a token: <c>targetUrl = builder.queryParam("token", accessToken)</c>.</summary>
    private static bool IsLinkWithToken(CodeReading reading, CodeValue.Reference reference, CodeScope? scope)
    {
        if (
            !CredentialNames.IsAddress(reference.Name)
            || reading.AssignmentOf(reference.Name, scope) is not { Value: var value }
            || CredentialNames.IsMasked(reading.Syntax.Span(value).Text)
        )
        {
            return false;
        }

        for (var at = value.First; at < value.End; at++)
        {
            if (reading.Trees.IsName(at) && CredentialNames.IsCredential(reading.Trees.Text(at)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMasked(CodeReading reading, CodeValue.Reference reference, CodeScope? scope) =>
        reading.AssignmentOf(reference.Name, scope) is { } assignment
        && CredentialNames.IsMasked(reading.Syntax.Span(assignment.Value).Text);

    private static IEnumerable<CodeValue.Reference> Names(CodeReading reading, TokenRange range, int depth) =>
        range.IsEmpty || depth > DepthLimit ? []
        : MemberReader.OpeningOf(reading.Trees, range) >= 0
            ? reading.Syntax.Members(range).Take(MostMembers).SelectMany(member => Names(reading, member.Value, depth + 1))
        : Names(reading.Evaluator.Value(range), depth);

    /// <summary>What stands in the text itself; a choice by a condition tells whether there is a value.</summary>
    private static IEnumerable<CodeValue.Reference> Names(CodeValue value, int depth) =>
        depth > DepthLimit
            ? []
            : value switch
            {
                CodeValue.Reference reference => [reference],
                CodeValue.Concatenation all => all.Parts.SelectMany(part => Names(part, depth + 1)),
                CodeValue.Choice { IsConditional: false } choice => choice.Options.SelectMany(option => Names(option, depth + 1)),
                _ => [],
            };
}
