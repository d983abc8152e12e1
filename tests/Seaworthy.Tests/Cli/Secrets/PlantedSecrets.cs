using System.Text;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>Secrets of every kind, put together when the test runs: no scanner finds one in this repository. The same letters each time.</summary>
internal static class PlantedSecrets
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static IReadOnlyList<Planted> All { get; } =
    [
        Token("GitHub token", "GH_PAT", "gh" + "p_", 36),
        Token("GitLab token", "GITLAB_TOKEN", "glp" + "at-", 20),
        Token("Slack token", "SLACK_BOT", "xox" + "b-", 40),
        Token("Stripe key", "STRIPE_KEY", "sk_" + "live_", 30),
        Token("Google key", "MAPS", "AI" + "za", 35),
        Token("OpenAI key", "OPENAI", "sk-" + "proj-", 48),
        Token("Anthropic key", "CLAUDE", "sk-" + "ant-", 90),
        Token("npm token", "NPM_AUTH", "np" + "m_", 36),
        Token("Hugging Face token", "HF", "h" + "f_", 36),
        Token("PyPI token", "PYPI", "py" + "pi-AgENdGVzdC5w", 80),
        Token("Docker Hub token", "DOCKERHUB", "dckr" + "_pat_", 27),
        Token("SendGrid key", "SENDGRID", "S" + "G.", 66),
        Token("AWS key", "AWS_ID", "AK" + "IA", 16, Upper),
        Token("Twilio key", "TWILIO_SID", "S" + "K", 32, Hex),
        Token("DigitalOcean token", "DO", "dop_" + "v1_", 64, Hex),
        Token("AWS secret", "AWS_SECRET_ACCESS_KEY", "", 40),
        Token("signed token", "SESSION", "ey" + "J" + Letters(60, Alphanumeric, 90) + "." + Letters(61, Alphanumeric, 40) + ".", 43),
        Given("database password", "DB_PASSWORD", 16),
        Given("secret key", "SECRET_KEY", 24),
        Given("client secret", "CLIENT_SECRET", 20),
        Given("encryption key", "APP_ENCRYPTION_KEY", 32),
        Given("admin password", "ADMIN_PASSWD", 12),
        Webhook("Slack webhook", "SLACK_URL", "https://hooks.slack" + ".com/services/", "T8QZJI6GK/BFSUFRDZS/"),
        Webhook("Discord webhook", "DISCORD_URL", "https://discord" + ".com/api/webhooks/", "123456789012345678/"),
        Of("Telegram bot", "TELEGRAM", "7193852640" + ":" + Letters(62, Alphanumeric, 35)),
        Of("storage key", "AZURE_STORAGE_KEY", Letters(63, Alphanumeric, 86) + "=="),
        Wrapped("URL password", "DATABASE_URL", 18, value => $"postgres://app:{value}@db.example.net:5432/app"),
        Wrapped("Basic header", "AUTH_HEADER", 26, value => $"Basic {value}=="),
        Wrapped("Bearer header", "UPSTREAM", 40, value => $"Bearer {value}"),
        InCommand("password of curl", "PROBE", 20, value => $"curl -u admin:{value} http://localhost:9/x"),
        InCommand("password of sshpass", "COPIER", 14, value => $"sshpass -p {value} scp a b:/c"),
        InCommand("password from a pipe", "REGISTRY", 22, value => $"echo {value} | docker login -u app --password-stdin"),
        InCommand("value of an option", "SIGNER", 21, value => $"node sign.js --secret {value} --quiet"),
        InCommand("value of a key option", "UPLOADER", 23, value => $"upload --api-key={value} dist"),
    ];

    private static Planted Token(string kind, string name, string prefix, int length, string letters = Alphanumeric) =>
        Of(kind, name, prefix + Letters(kind.Length * 131 + length, letters, length));

    private static Planted Given(string kind, string name, int length) =>
        Of(kind, name, Letters(kind.Length * 137 + length, Alphanumeric, length));

    private static Planted Webhook(string kind, string name, string address, string channel)
    {
        var value = Letters(kind.Length * 139, Alphanumeric, 24);
        return new Planted(kind, name, value, address + channel + value, $"curl -d hi {address}{channel}{value}");
    }

    private static Planted Wrapped(string kind, string name, int length, Func<string, string> wrap)
    {
        var value = Letters(kind.Length * 149 + length, Alphanumeric, length);
        return new Planted(kind, name, value, wrap(value), $"curl -H \"Authorization: {wrap(value)}\" http://localhost");
    }

    private static Planted InCommand(string kind, string name, int length, Func<string, string> command)
    {
        var value = Letters(kind.Length * 151 + length, Alphanumeric, length);
        return new Planted(kind, name, value, value, command(value));
    }

    private static Planted Of(string kind, string name, string value) => new(kind, name, value, value, $"deploy --token {value}");

    // A generator of its own: the framework promises no sequence of its Random. Each has digits and letters of both sizes.
    private static string Letters(int seed, string alphabet, int length)
    {
        StringBuilder text = new(length);
        var state = (uint)((seed * 2654435761L) & 0x7fffffff) | 1;
        for (var at = 0; at < length; at++)
        {
            state = (state * 1664525) + 1013904223;
            text.Append(at == 2 && alphabet != Upper ? '7' : alphabet[(int)(state >> 16) % alphabet.Length]);
        }

        return text.ToString();
    }
}
