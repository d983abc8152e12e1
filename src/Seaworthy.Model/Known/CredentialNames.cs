using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Names of variables in source that hold what lets one user in: a one-time code, the link of a reset, a token, a password. Written in one word and small letters.</summary>
/// <remarks>Source: OWASP, "Logging Cheat Sheet", "Data to exclude"; the names are those that programs use.</remarks>
public static class CredentialNames
{
    private static readonly FrozenSet<string> Names = Set(
        "otp otpcode plainotp newotp generatedotp emailotp phoneotp smsotp onetimecode onetimepassword verificationcode verifycode resetcode "
            + "passwordresetcode smscode passcode mfacode twofactorcode twofacode confirmationcode activationcode magiccode "
            + "reseturl resetlink resetpasswordurl resetpasswordlink passwordreseturl passwordresetlink verificationurl verificationlink verifyurl "
            + "verifylink magiclink magicurl magiclinkurl activationurl activationlink confirmationurl confirmationlink "
            + "resettoken passwordresettoken resetpasswordtoken verificationtoken emailverificationtoken confirmationtoken activationtoken "
            + "accesstoken refreshtoken idtoken jwttoken sessiontoken authtoken bearertoken invitetoken invitationtoken jwt "
            + "password plainpassword rawpassword newpassword temppassword temporarypassword generatedpassword userpassword "
            + "apikey rawapikey plainapikey"
    );

    private static readonly FrozenSet<string> Hashes = Set("passwordhash hashedpassword pwhash passwordhashed");

    // What is a code of, as the text beside it says.
    private static readonly string[] CodeWords = ["OTP", "one-time", "verification", "verify", "reset code", "2FA", "MFA"];

    // What stands in for a service: the names of functions and files.
    private static readonly string[] StandInWords = ["mock", "fake", "stub", "dummy", "sandbox", "simulat", "console", "demo", "debug"];

    // A condition that asks whether the program is only tried, or has no service to send with.
    private static readonly string[] TrialWords =
    [
        "dev",
        "local",
        "test",
        "smtp",
        "mail",
        "transport",
        "twilio",
        "sms",
        "configured",
        "enabled",
        .. StandInWords,
    ];

    private static readonly string[] AddressEnds = ["url", "uri", "link"];

    private static readonly string[] MaskWords = ["mask", "redact", "***", "slice", "substr", "hash(", "sanitiz", "obfuscat"];

    public static bool IsCredential(string name) => Names.Contains(Plain(name));

    /// <summary>The name of an address, in which a credential may stand.</summary>
    public static bool IsAddress(string name) => Array.Exists(AddressEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>The hash of a password: worth guessing at, no more.</summary>
    public static bool IsHash(string name) => Hashes.Contains(Plain(name));

    /// <summary>A plain <c>code</c> or <c>pin</c> is a credential where the text says what it is for.</summary>
    public static bool IsCode(string name, string line) =>
        Plain(name) is "code" or "pin" && Array.Exists(CodeWords, word => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a function or file that stands in for a service.</summary>
    public static bool SaysStandIn(string name) =>
        Array.Exists(StandInWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A condition that holds for those who try the program: no mail service is set up.</summary>
    public static bool SaysTrial(string text) => Array.Exists(TrialWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>An expression that leaves only a part of the value.</summary>
    public static bool IsMasked(string expression) =>
        Array.Exists(MaskWords, word => expression.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.TrimStart('$').Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
