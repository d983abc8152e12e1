using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Keys that source signs or encrypts with and holds as constants: <c>private static final String SECRET_KEY = "…"</c>.</summary>
internal static class LiteralKeys
{
    private const int ShortestKey = 8;

    // Where it signs there is no doubt of what it is.
    private const int ShortestWritten = 3;

    // What is longer, with blanks in it, is a text for people.
    private const int LongestKey = 100;

    // Something in the file signs, encrypts or keeps sessions.
    private static readonly SearchValues<string> Uses = SearchValues.Create(
        [
            "jwt",
            "Jwts",
            "hmac",
            "HMAC",
            "SecretKeySpec",
            "createCipher",
            "createDecipher",
            "session(",
            "SessionMiddleware",
            "SymmetricSecurityKey",
            "INSTALLED_APPS",
            "Flask",
            "Fernet",
            "itsdangerous",
        ],
        StringComparison.Ordinal
    );

    // One of several values, or an account of somebody else's: no key.
    private static readonly string[] OtherWords =
    [
        "CLIENT",
        "APP",
        "API",
        "WEBHOOK",
        "NAME",
        "HEADER",
        "PREFIX",
        // Names under which something is kept.
        "PREF",
        "PREFS",
        "STORAGE",
        "COOKIE",
        "STRIPE",
        "AWS",
        "S3",
        "ACCESS",
    ];

    private static readonly string[] Forms = ["_STR", "STRING", "_VALUE", "_BYTES", "BASE64", "_B64", "_HEX"];

    private static readonly HashSet<string> DevelopmentWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "dev",
        "development",
        "default",
        "test",
        "local",
        "demo",
        "e2e",
        "mock",
        "example",
    };

    public static IReadOnlyList<LiteralKey> Link(Deployment deployment)
    {
        var reported = deployment
            .Of<SecretFile>()
            .SelectMany(file =>
                file.Secrets.Where(secret => !secret.IsPlaceholder).Select(secret => new { file.File.Path, secret.Span.StartLine })
            )
            .ToHashSet();
        // "jwt.secret": "SHOP_JWT_SECRET": the name of the variable from which the value comes.
        var variables = deployment
            .Workloads.SelectMany(workload => workload.Supplied)
            .Select(variable => variable.Name)
            .Concat(deployment.Of<EnvFile>().SelectMany(file => file.Entries).Select(entry => entry.Name.Value))
            .ToHashSet(StringComparer.Ordinal);
        List<CodeFile> classes =
        [
            .. deployment.Of<CodeFile>().Where(file => !file.IsTest && (file.Language is Language.Java or Language.Kotlin)),
        ];
        return
        [
            .. from component in deployment.Components
            from file in component.Code
            where !file.IsTest && !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram)
            let constants = Constants(component, file).ToList()
            from key in constants.Concat(Calls(file).ExceptBy(constants.Select(constant => constant.Text), call => call.Text))
            where !reported.Contains(new { file.File.Path, key.Span.StartLine }) && !variables.Contains(key.Text)
            select new LiteralKey(component, key.Name, SaysDevelopment(key.Name, key.Text), key.Span)
            {
                IsIdle = IsLeftClass(file, classes),
            },
            .. ConfiguredKeys.Find(deployment).Where(key => !reported.Contains(new { key.Span.File.Path, key.Span.StartLine })),
        ];
    }

    private static IEnumerable<WrittenKey> Constants(Component component, CodeFile file) =>
        file.File.Text.AsSpan().ContainsAny(Uses)
            ? from constant in file.Constants
            let text = (constant.Value as CodeValue.Literal)?.Text
            where text is { Length: >= ShortestKey } && IsKey(constant.Name, text)
            // A literal beside a variable of the same name is its fallback, which another rule judges.
            where !file.EnvironmentReads.Any(read => IsOfSameKey(read.Name, constant.Name))
            where !IsDefaultOfVariable(constant.Name, component) && !IsReplacedByHeroku(file)
            select new WrittenKey(Bare(constant.Name), text, constant.Span)
            : [];

    /// <summary>The same words, or those of a member whose owner the variable names as well: <c>Secret</c> and <c>JWT_SECRET</c>.</summary>
    private static bool IsOfSameKey(string variable, string constant)
    {
        var (all, own) = (Words(variable), Words(constant));
        return all.SetEquals(own) || (SecretNames.IsSigningKey(variable) && own.IsSubsetOf(all) && !all.Overlaps(OtherWords));
    }

    /// <summary>Keys that stand where they sign: <c>jwt.sign(user, "…")</c>, <c>session({ secret: "…" })</c>.</summary>
    private static IEnumerable<WrittenKey> Calls(CodeFile file) =>
        from setting in file.Settings
        let call = CallOf(setting.Name)
        where call is not null
        let text = (setting.Value as CodeValue.Literal)?.Text
        where text is { Length: >= ShortestWritten } && !text.StartsWith("-----BEGIN", StringComparison.Ordinal)
        group setting by text into same
        let first = same.First()
        select new WrittenKey($"the key of `{CallOf(first.Name)}`", same.Key, first.Span);

    private static string? CallOf(string setting) =>
        setting.StartsWith(FrameworkSetting.SigningKey, StringComparison.Ordinal) ? setting[FrameworkSetting.SigningKey.Length..]
        : setting is "session.secret" ? "session"
        : setting is "cookie.secret" ? "cookieParser"
        : setting is "nextauth.secret" ? "NextAuth"
        : null;

    /// <summary>A class of Java that all the others name in an import at most, and that no annotation lets a framework make.</summary>
    private static bool IsLeftClass(CodeFile file, List<CodeFile> classes)
    {
        var others = classes.FindAll(other => other.File.Name != file.File.Name);
        return file.Language == Language.Java
            && others.Count > 0
            && !file.File.Text.Contains("\n@", StringComparison.Ordinal)
            && (!IsStarted(file) || others.Exists(IsStarted))
            && !others.Exists(other => Calls(other.File.Text, Path.GetFileNameWithoutExtension(file.File.Name)));
    }

    private static bool IsStarted(CodeFile file) => file.File.Text.Contains(" main(", StringComparison.Ordinal);

    private static bool Calls(string text, string name) =>
        WholeWords
            .Find(text, name, letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$')
            .Select(at => WholeWords.LineAround(text, at).TrimStart().ToString())
            .Any(line => !line.StartsWith("import ", StringComparison.Ordinal) && line is not ['/', '/', ..] and not ['*', ..]);

    /// <summary><c>DEFAULT_TOKEN_SECRET</c>, where the program reads <c>TOKEN_SECRET</c>: a fallback, which is judged where it is read.</summary>
    private static bool IsDefaultOfVariable(string name, Component component)
    {
        var words = Words(name);
        return words.Remove("DEFAULT") && component.Reads(read => words.SetEquals(Words(read)));
    }

    /// <remarks>Source: django-heroku, README, "Usage of Django-Heroku": the secret key comes from <c>SECRET_KEY</c>, when that is set.</remarks>
    private static bool IsReplacedByHeroku(CodeFile file) =>
        file.File.Text.Contains("django_heroku.settings(locals()", StringComparison.Ordinal);

    private static bool IsKey(string name, string value) =>
        SecretNames.IsSigningKey(WithoutForm(Bare(name)))
        && !Words(Bare(name)).Overlaps(OtherWords)
        // Under that name a browser keeps who is signed in.
        && !Bare(name).Replace("_", "", StringComparison.Ordinal).Contains("SESSIONKEY", StringComparison.OrdinalIgnoreCase)
        && !(value.Length > LongestKey && value.Contains(' ', StringComparison.Ordinal))
        && !value.Contains("://", StringComparison.Ordinal)
        && value is not ['$', ..] and not ['{', ..]
        && !IsSameWord(SecretNames.Letters(name), SecretNames.Letters(value));

    // "SECRET_KEY = 'secret_key'": the name of a setting.
    private static bool IsSameWord(string name, string value) =>
        value.Length == 0
        || name.Contains(value, StringComparison.Ordinal)
        || (value.StartsWith(name, StringComparison.Ordinal) && value.Length < name.Length + 4);

    /// <summary><c>SECRET_KEY_STR</c> and <c>jwtSecretBase64</c> say in which form the key is written.</summary>
    private static string WithoutForm(string name) =>
        Array.Find(Forms, form => name.EndsWith(form, StringComparison.OrdinalIgnoreCase)) is { } form
            ? name[..^form.Length].TrimEnd('_')
            : name;

    private static string Bare(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static HashSet<string> Words(string name) =>
        Bare(name).Split('_', '-').Select(word => word.ToUpperInvariant()).Where(word => word.Length > 0).ToHashSet(StringComparer.Ordinal);

    public static bool SaysDevelopment(string name, string value) =>
        new[] { name, value }.SelectMany(text => text.Split('-', '_', ' ')).Any(DevelopmentWords.Contains);

    /// <param name="Name">As a report calls it.</param>
    private sealed record WrittenKey(string Name, string Text, SourceSpan Span);
}
