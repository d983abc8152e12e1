using System.Buffers;
using System.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Which values of an environment file are secrets, and their weight.</summary>
internal static class EnvSecrets
{
    private const int LeastLength = 8;
    private const int LeastPhrase = 16;
    private const int FewestJoints = 2;

    // Words that ask for another value.
    private static readonly string[] Asking =
    [
        "your",
        "change",
        "replace",
        "example",
        "placeholder",
        "xxx",
        "todo",
        "insert",
        "fixme",
        "here",
        "dummy",
    ];

    // Marks of a placeholder, parts of an address, and blanks.
    private static readonly SearchValues<char> OfNoPhrase = SearchValues.Create("<>{}[]/: \t");

    private static readonly HashSet<string> Stages = new(StringComparer.Ordinal)
    {
        "NODE_ENV",
        "APP_ENV",
        "ENVIRONMENT",
        "ENV",
        "RAILS_ENV",
        "RACK_ENV",
        "FLASK_ENV",
        "DJANGO_ENV",
        "ASPNETCORE_ENVIRONMENT",
    };

    public static List<EnvEntry> Of(EnvFile file) => [.. file.Entries.Where(IsReal)];

    public static TrackedWeight Weigh(EnvFile file, IReadOnlyList<EnvEntry> secrets, Deployment deployment) =>
        secrets.Count == 0 || file.Environment is "test" or "ci" || (file.File.Name == ".env.dev" && IsOfSymfony(file, deployment.Tree))
            ? TrackedWeight.None
        // Its usual APP_ENV=dev is a default too.
        : file.File.Name == ".env" && IsOfSymfony(file, deployment.Tree) ? TrackedWeight.Default
        : (file.Environment is "development" or "local" or "docker" or "preview" or "demo" && !file.SaysProduction)
        || SaysDevelopment(file)
        || IsOfDevelopmentStacks(file, deployment)
            ? TrackedWeight.Development
        : file.Entries.Any(IsOfExample) || IsWrittenOnServers(file, deployment) ? TrackedWeight.Default
        : secrets.All(entry => StandsInTemplate(entry, file, deployment)) || IsCopiedFirst(file, deployment) || AsksForOthers(file)
            ? TrackedWeight.Default
        : secrets.Any(entry => IsStrong(entry.Value?.Literal ?? "")) ? TrackedWeight.Real
        : TrackedWeight.Guessable;

    /// <summary>Only Compose projects for development read it, and it has no token of an external service.</summary>
    private static bool IsOfDevelopmentStacks(EnvFile file, Deployment deployment) =>
        deployment.ComposeStacks.Where(stack => stack.EnvFiles.Contains(file)).ToList() is { Count: > 0 } readers
        && readers.TrueForAll(stack => stack.Environment == TargetEnvironment.Development)
        && deployment.At<SecretFile>(file.File.Path)?.Secrets.Any(secret => secret.Certainty == SecretCertainty.Format) is not true;

    /// <summary>An Ansible play writes the deployed file.</summary>
    private static bool IsWrittenOnServers(EnvFile file, Deployment deployment) =>
        deployment.Of<AnsibleTasks>().Any(tasks => tasks.Writes(file.File.Path) is not null);

    /// <summary>The hosts are still those of the example that it was copied from: <c>issuer=https://dex.example.com</c>.</summary>
    private static bool IsOfExample(EnvEntry entry) =>
        entry.Value?.Literal is { } value
        && value.Contains("://", StringComparison.Ordinal)
        && (value.Contains(".example.com", StringComparison.Ordinal) || value.Contains(".example.org", StringComparison.Ordinal));

    /// <summary>The same value as in the template, so every copy has it.</summary>
    private static bool StandsInTemplate(EnvEntry secret, EnvFile file, Deployment deployment) =>
        deployment
            .In<EnvFile>(file.File.Directory)
            .Any(template =>
                template.IsTemplate
                && template.Entries.Any(entry => entry.Name.Value == secret.Name.Value && entry.Value?.Literal == secret.Value?.Literal)
            );

    /// <summary>Documentation tells users to copy it: <c>cp .env.shared .env</c>.</summary>
    private static bool IsCopiedFirst(EnvFile file, Deployment deployment) =>
        file.File.Name != ".env"
        && deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .Any(command =>
                command.Program is "cp" or "copy"
                && command.Arguments.Any(word => NameOf(word) == file.File.Name)
                && command.Arguments.Any(word => NameOf(word) is ".env" or ".env.local")
            );

    private static string? NameOf(ShellWord word) => word.Literal is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;

    /// <summary>Most of its secrets are placeholders, and its header says that it may be committed: a template under another name.</summary>
    private static bool AsksForOthers(EnvFile file)
    {
        var values = file
            .Entries.Where(entry => SecretNames.IsSecret(entry.Name.Value))
            .Select(entry => entry.Value?.Literal ?? "")
            .ToList();
        return values.Count(value => value.Length > 0 && SecretNames.IsPlaceholder(value)) * 2 > values.Count(value => value.Length > 0)
            && file.SaysToBeShared;
    }

    private static bool SaysDevelopment(EnvFile file) =>
        file.Environment is null
        && file.Entries.Any(entry =>
            Stages.Contains(entry.Name.Value)
            && entry.Value?.Literal?.ToUpperInvariant() is "DEVELOPMENT" or "DEV" or "LOCAL" or "TEST" or "TESTING"
        );

    /// <summary>Symfony loads <c>.env</c> first and wants it committed, with <c>.env.dev</c> and <c>.env.test</c>, whose values its recipes make; <c>.env.local</c> and the environment override them.</summary>
    /// <remarks>Source: Symfony documentation, "Overriding Environment Values via .env.local".</remarks>
    private static bool IsOfSymfony(EnvFile file, RepositoryTree tree)
    {
        for (var directory = file.File.Directory; ; directory = directory[..Math.Max(directory.LastIndexOf('/'), 0)])
        {
            var prefix = directory.Length == 0 ? "" : directory + "/";
            if (
                tree.HasFile(prefix + "symfony.lock")
                || tree.HasFile(prefix + "config/bundles.php")
                || (tree.HasFile(prefix + "bin/console") && tree.HasFile(prefix + "composer.json"))
            )
            {
                return true;
            }

            if (directory.Length == 0)
            {
                return false;
            }
        }
    }

    /// <summary>Secrets in words, which look like a placeholder and may be in use: <c>shop_jwt_secret_key_2024_for_production</c>.</summary>
    public static IEnumerable<EnvEntry> Phrases(EnvFile file) => file.Entries.Where(entry => IsPhrase(entry) && !IsReal(entry));

    private static bool IsPhrase(EnvEntry entry) =>
        SecretNames.IsSecret(entry.Name.Value)
        && entry.Value?.Literal is { Length: >= LeastPhrase } value
        && value.Count(letter => letter is '_' or '-') >= FewestJoints
        && Ascii.IsValid(value)
        && value.AsSpan().IndexOfAny(OfNoPhrase) < 0
        && !value.Contains("$(", StringComparison.Ordinal)
        && !Array.Exists(Asking, word => value.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsReal(EnvEntry entry) =>
        SecretNames.IsSecret(entry.Name.Value)
        && entry.Value?.Literal is { Length: >= LeastLength } value
        && !SecretNames.IsPlaceholder(value)
        && !SecretNames.IsWeak(value)
        && !SignedToken.IsSpent(value)
        && !PublishedSecrets.Contains(value)
        // The name itself as a placeholder: API_SECRET=apiSecret.
        && !SecretNames.Letters(entry.Name.Value).Contains(SecretNames.Letters(value), StringComparison.Ordinal);

    private static bool IsStrong(string value) =>
        value.Length >= 12
        && !value.Contains("password", StringComparison.OrdinalIgnoreCase)
        && value.Any(char.IsAsciiDigit)
        && value.Any(char.IsAsciiLetter);

    /// <summary>In a place that is not deployed.</summary>
    public static bool IsSample(string path) => FilePurposes.Has(path, FilePurpose.Sample);
}
