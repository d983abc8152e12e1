using System.Collections.Frozen;

namespace Seaworthy.Reading.Readers.DotEnv;

/// <summary>What a dotenv file's name says: whether it may be one, whether it is an example, which environment it is for.</summary>
/// <param name="IsCertain"><c>.env</c> and its family; other names need content that proves it.</param>
internal sealed record EnvFileName(bool IsCertain, bool IsTemplate, string? Environment)
{
    private static readonly FrozenSet<string> TemplateWords = FrozenSet.Create(
        StringComparer.Ordinal,
        ["example", "examples", "sample", "template", "tmpl", "tpl", "dist", "skel", "skeleton", "reference", "txt", "default", "defaults"]
    );

    // Programs, documents and encrypted files under a similar name.
    private static readonly FrozenSet<string> OtherKinds = FrozenSet.Create(
        StringComparer.Ordinal,
        "ts tsx js jsx mjs cjs map py go rs rb php java kt cs dart ex exs erl ini sh bash zsh ps1 bat json yml yaml toml xml md mdx html css rst enc gpg age sops vault key png svg lock bak swp j2 erb hbs sql d spec".Split(
            ' '
        )
    );

    private static readonly Dictionary<string, string> Environments = new Dictionary<string, string>
    {
        ["prod"] = "production",
        ["production"] = "production",
        ["live"] = "production",
        ["stage"] = "staging",
        ["staging"] = "staging",
        ["stg"] = "staging",
        ["preprod"] = "staging",
        ["dev"] = "development",
        ["development"] = "development",
        ["develop"] = "development",
        ["test"] = "test",
        ["testing"] = "test",
        ["e2e"] = "test",
        ["ci"] = "ci",
        ["github"] = "ci",
        ["qa"] = "qa",
        ["uat"] = "uat",
        ["preview"] = "preview",
        ["demo"] = "demo",
        ["local"] = "local",
        ["docker"] = "docker",
    };

    /// <summary>The name of a path taken apart, or null when it is no dotenv file's.</summary>
    public static EnvFileName? Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        // Flask reads .flaskenv beside .env; cookiecutter-django keeps .envs/.production/.postgres and its like.
        var isCertain =
            name == ".flaskenv"
            || (IsOfCookiecutter(path) && name.LastIndexOf('.') == 0)
            || (name.StartsWith(".env", StringComparison.Ordinal) && (name.Length == 4 || name[4] is '.' or '-' or '_'));
        var mayBe =
            name.EndsWith(".env", StringComparison.Ordinal)
            || (name.StartsWith("env", StringComparison.Ordinal) && name.Length > 3 && name[3] is '.' or '-' or '_');
        var words = name.Split(['.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (
            (!isCertain && !mayBe)
            || OtherKinds.Contains(words[^1])
            || (!isCertain && name.StartsWith("env", StringComparison.Ordinal) && !IsKnown(words[^1]))
        )
        {
            return null;
        }

        var directory = isCertain && IsOfCookiecutter(path) ? path.ToLowerInvariant().Split('/')[^2].TrimStart('.') : "";
        var named = words.Append(directory).Select(word => Environments.GetValueOrDefault(word)).OfType<string>().ToList();
        return new EnvFileName(
            isCertain,
            words.Any(TemplateWords.Contains),
            named.Find(word => word is not "local" and not "docker") ?? named.FirstOrDefault()
        );
    }

    private static bool IsOfCookiecutter(string path) =>
        path.StartsWith(".envs/.", StringComparison.Ordinal) || path.Contains("/.envs/.", StringComparison.Ordinal);

    private static bool IsKnown(string word) => word == "env" || TemplateWords.Contains(word) || Environments.ContainsKey(word);
}
