using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>Forms and names of secrets, one small repository each: what is hidden in every output, and what every output still says.</summary>
public sealed class SecretFormsTests
{
    // A scanner that looks for entropy finds this one: no provider issues tokens of this form.
    private const string Random = "q7Kd2mXw9Rt4bN";
    private const string Compose = "services:\n  api:\n    image: nginx:1.25\n    environment:\n      ";
    private const string Manifest =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers:\n"
        + "      - name: a\n        image: nginx:1.25\n        env:\n        - ";

    [Theory]
    // Signs of references in a value, and signs that end one.
    [InlineData("{name: A_PASSWORD, value: \"ab8K{{q7Kd2mXw9Rt4bN\"}")]
    [InlineData("{name: A_PASSWORD, value: \"$q7Kd2mXw9Rt4bN\"}")]
    [InlineData("{name: A_PASSWORD, value: \"<q7Kd2mXw9Rt4bN\"}")]
    [InlineData("{name: A_PASSWORD, value: \"ab8K${q7Kd2mXw9Rt4bN\"}")]
    // Names that libraries and programs read.
    [InlineData("{name: PGPASSWORD, value: q7Kd2mXw9Rt4bN}")]
    [InlineData("{name: MYSQL_PWD, value: q7Kd2mXw9Rt4bN}")]
    [InlineData("{name: APP_KEY, value: q7Kd2mXw9Rt4bN}")]
    [InlineData("{name: GITHUB_PAT, value: q7Kd2mXw9Rt4bN}")]
    // No reference, whatever it begins with.
    [InlineData("{name: PGPASSWORD, value: \"{{ q7Kd2mXw9Rt4bN\"}")]
    [InlineData("{name: PGPASSWORD, value: \"{{q7Kd2mXw9Rt4bN\"}")]
    [InlineData("{name: PGPASSWORD, value: \"{{ abc\\\"q7Kd2mXw9Rt4bN\"}")]
    [InlineData("name: A_PASSWORD\n          value: 'C0FF''q7Kd2mXw9Rt4bN'")]
    [InlineData("name: A_PASSWORD\n          value: >-\n            C0FF\n            q7Kd2mXw9Rt4bN")]
    [InlineData("value: C0FF q7Kd2mXw9Rt4bN\n          name: A_PASSWORD")]
    [InlineData("{name: SETTINGS, value: '{\"user\": \"a\", \"key\": \"q7Kd2mXw9Rt4bN\"}'}")]
    public void Pods(string variable) =>
        Hidden(new MemoryFile("k8s/a.yaml", Manifest + variable + "\n"), "A_PASSWORD", "PGPASSWORD", "MYSQL_PWD", "APP_KEY", "SETTINGS");

    [Theory]
    [InlineData("A_PASSWORD: \"ab7K\\\"q7Kd2mXw9Rt4bN\"")]
    [InlineData("A_PASSWORD: \"ab9K q7Kd2mXw9Rt4bN\"")]
    [InlineData("A_PASSWORD: \"$$q7Kd2mXw9Rt4bN\"")]
    [InlineData("A_URL: \"postgres://app:ab7KxY9z@q7Kd2mXw9Rt4bN@db:5432/a\"")]
    [InlineData("A_URL: \"postgres://app:vv5R0U5I/q7Kd2mXw9Rt4bN@db:5432/a\"")]
    [InlineData("A_URL: jdbc:oracle:thin:scott/q7Kd2mXw9Rt4bN@db:1521:orcl")]
    [InlineData("A_URL: https://q7Kd2mXw9Rt4bN@git.example.com/a.git")]
    [InlineData("A_URL: https://a.blob.core.windows.net/c?sv=2022&sig=q7Kd2mXw9Rt4bN&se=2030")]
    [InlineData("A_URL: https://api.example.com/?pw=q7Kd2mXw9Rt4bN")]
    [InlineData("A_HOOK: https://discord.com:443/api/webhooks/11111111/q7Kd2mXw9Rt4bN")]
    [InlineData("A_HOOK: https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/q7Kd2mXw9Rt4bN/c")]
    [InlineData("A_HOOK: https://x.webhook.office.com:443/webhookb2/testexample-a@b/IncomingWebhook/q7Kd2mXw9Rt4bN/c")]
    [InlineData("A_URL: amqps://u:a@b/q7Kd2mXw9Rt4bN@host:5671/%2f")]
    // Marks, escapes and blanks of YAML.
    [InlineData("A_PASSWORD: &a \"C0FF\\\"q7Kd2mXw9Rt4bN\"\n      B: *a")]
    [InlineData("B: &a \"C0FF\\\"q7Kd2mXw9Rt4bN\"\n      A_PASSWORD: *a")]
    [InlineData("A_PASSWORD: 'C0FF''q7Kd2mXw9Rt4bN'")]
    [InlineData("A_PASSWORD: C0FF q7Kd2mXw9Rt4bN # comment")]
    [InlineData("A_PASSWORD: coffee for q7Kd2mXw9Rt4bN\t# comment\r")]
    [InlineData("A_PASSWORD: >-\n        C0FF\n        q7Kd2mXw9Rt4bN")]
    [InlineData("A_PASSWORD: |\n        C0FF\n        q7Kd2mXw9Rt4bN")]
    [InlineData("A_PASSWORD: \"C0FF\\\n        q7Kd2mXw9Rt4bN\"")]
    [InlineData("A_PASSWORD: \"C0FF\\x41q7Kd2mXw9Rt4bN\"")]
    [InlineData("A_PASSWORD: ${WORD}C0FF q7Kd2mXw9Rt4bN")]
    [InlineData("A_PASSWORD: ${WORD:-C0FF q7Kd2mXw9Rt4bN}")]
    [InlineData("A_PASSWORD: ${WORD:-${OTHER:-C0FF q7Kd2mXw9Rt4bN}}")]
    [InlineData("A_OTHER: ${A_PASSWORD:-C0FF q7Kd2mXw9Rt4bN}")]
    [InlineData("? A_PASSWORD\n      : C0FF q7Kd2mXw9Rt4bN")]
    [InlineData("A_PASSWORD: a\n    command: [\"redis-server\", \"--requirepass\", \"C0FF q7Kd2mXw9Rt4bN\"]")]
    [InlineData("A_PASSWORD: a\n    command:\n      - redis-server\n      - --requirepass\n      - C0FF q7Kd2mXw9Rt4bN\n    command: [x]")]
    [InlineData("A_PASSWORD: a\n    command:\n      - serve\n      - --token\n      - \"C0FF\\\"q7Kd2mXw9Rt4bN\"\n    command: [x]")]
    [InlineData("A_OTHER: ${db.password:C0FF q7Kd2mXw9Rt4bN}\n      A_OTHER: a")]
    [InlineData("A_PASSWORD: a\n    healthcheck: {test: [\"CMD\", \"redis-cli\", \"-a\", \"C0FF q7Kd2mXw9Rt4bN\", \"ping\"]}")]
    [InlineData("A_OTHER: ${WORD:-q7Kd2mXw9Rt4bN}\n      A_PASSWORD: ${WORD:-q7Kd2mXw9Rt4bN}")]
    [InlineData("DB_PASSWORD_1: q7Kd2mXw9Rt4bN")]
    [InlineData("API_TOKEN_PROD: q7Kd2mXw9Rt4bN")]
    [InlineData("SMTPPASS: q7Kd2mXw9Rt4bN")]
    [InlineData("STRIPE_KEY: q7Kd2mXw9Rt4bN")]
    [InlineData("COOKIE: session=q7Kd2mXw9Rt4bN")]
    [InlineData("PASS_BASE64: q7Kd2mXw9Rt4bN")]
    public void Services(string variable) =>
        Hidden(
            new MemoryFile("compose.yaml", Compose + variable + "\n      Z: a\n      Z: b\n"),
            variable[..variable.IndexOf(':', StringComparison.Ordinal)]
        );

    [Theory]
    [InlineData("\"A_PASSWORD=aQ7 q7Kd2mXw9Rt4bN\"")]
    [InlineData("A_PASSWORD=aQ7 q7Kd2mXw9Rt4bN")]
    [InlineData("'A_PASSWORD=aQ7''q7Kd2mXw9Rt4bN'")]
    public void Items_of_a_list(string variable) =>
        Hidden(new MemoryFile("compose.yaml", $"{Compose}- {variable}\n      - {variable}\n      - Z=a\n      - Z=b\n"), "A_PASSWORD");

    [Theory]
    [InlineData("environment: {Z: a, A_PASSWORD: C0FF q7Kd2mXw9Rt4bN, Z: b}")]
    [InlineData("environment: {Z: a, A_PASSWORD: 'C0FF''q7Kd2mXw9Rt4bN', Z: b}")]
    [InlineData("environment: &e\n      A_PASSWORD: C0FF q7Kd2mXw9Rt4bN\n  b:\n    image: nginx:1.25\n    environment:\n      <<: *e")]
    public void Mappings(string environment) =>
        Hidden(new MemoryFile("compose.yaml", $"services:\n  api:\n    image: nginx:1.25\n    {environment}\n"), "A_PASSWORD");

    [Theory]
    [InlineData("stringData:\n      alpha: q7Kd2mXw9Rt4bN\n      alpha: q7Kd2mXw9Rt4bN")]
    [InlineData("data:\n      alpha: a q7Kd2mXw9Rt4bN\n      alpha: 'b''q7Kd2mXw9Rt4bN'")]
    public void The_template_of_a_sealed_Secret(string data) =>
        Hidden(
            new MemoryFile(
                "k8s/a.yaml",
                $"apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {{name: s}}\nspec:\n  encryptedData: {{a: AgBy3i4O}}\n  template:\n    {data}\n"
            ),
            "ALPHA"
        );

    [Theory]
    [InlineData("stringData: {alpha: q7Kd2mXw9Rt4bN, alpha: 2}")]
    [InlineData("stringData:\n  alpha: 1\n  alpha: q7Kd2mXw9Rt4bN")]
    [InlineData("data:\n  gamma: q7Kd2mXw9Rt4bN!")]
    [InlineData("data:\n  gamma: |\n    cTdLZDJt\n    q7Kd2mXw9Rt4bN")]
    public void Values_of_a_Secret_whatever_their_keys_are_called(string data) =>
        Hidden(new MemoryFile("k8s/a.yaml", $"apiVersion: v1\nkind: Secret\nmetadata: {{name: s}}\n{data}\n"), "ALPHA", "GAMMA");

    [Theory]
    [InlineData("api/appsettings.json", "{\"Jwt\": {\"Key\": \"q7Kd2mXw9Rt4bN\", \"Key\": \"q7Kd2mXw9Rt4bN\"}}")]
    [InlineData(".env", "bad line q7Kd2mXw9Rt4bN\nSMTPPASS=q7Kd2mXw9Rt4bN\nSMTPPASS=q7Kd2mXw9Rt4bN\n")]
    [InlineData("api/appsettings.json", "{\"Password\": \"C0FF\\u0041q7Kd2mXw9Rt4bN\", \"Password\": \"C0FF \\\"q7Kd2mXw9Rt4bN\"}")]
    [InlineData("fly.toml", "app = \"a\"\n[env]\nSMTPPASS = '''C0FF'q7Kd2mXw9Rt4bN'''\nSMTPPASS = \"C0FF q7Kd2mXw9Rt4bN\"\n")]
    [InlineData(".env", "export SMTPPASS=C0FF q7Kd2mXw9Rt4bN\t# c\r\nSMTPPASS=C0FF q7Kd2mXw9Rt4bN\r\n")]
    [InlineData(".env", "SMTPPASS='C0FF'\\''q7Kd2mXw9Rt4bN'\nSMTPPASS=\"C0FF\\\"q7Kd2mXw9Rt4bN\"\n")]
    [InlineData(".env", "# SMTPPASS=C0FF q7Kd2mXw9Rt4bN\nSMTPPASS=\"C0FF\nq7Kd2mXw9Rt4bN\"\nSMTPPASS=\n")]
    [InlineData("Dockerfile", "FROM alpine\nENV SMTPPASS=C0FF\\ q7Kd2mXw9Rt4bN\nENV A=b \\\n  SMTPPASS=\"C0FF \\\n q7Kd2mXw9Rt4bN\"\n")]
    [InlineData("Dockerfile", "ARG SMTPPASS='C0FF'\"q7Kd2mXw9Rt4bN\"\nFROM alpine\nENV SMTPPASS C0FF q7Kd2mXw9Rt4bN\n")]
    [InlineData("scripts/a.sh", "#!/bin/bash\nSMTPPASS='C0FF'\\''q7Kd2mXw9Rt4bN' ./gone.sh\nSMTPPASS=C0FF\\ q7Kd2mXw9Rt4bN ./gone.sh\n")]
    [InlineData(
        "scripts/a.sh",
        "#!/bin/bash\n./gone.sh --password 'C0FF q7Kd2mXw9Rt4bN'\n./gone.sh --db-password=\"C0FF\\\"q7Kd2mXw9Rt4bN\"\n"
    )]
    [InlineData("package.json", "{\"scripts\": {\"s\": \"node gone.js --password \\\"C0FF q7Kd2mXw9Rt4bN\\\"\"}}")]
    [InlineData("infra/main.tf", "locals { environment = [{ name = \"SMTPPASS\", value = \"C0FF\\\"q7Kd2mXw9Rt4bN\" }] }\n")]
    [InlineData("api/server.js", "const p = process.env.SMTPPASS || 'C0FF\\'q7Kd2mXw9Rt4bN';\nrequire('express')().listen(3000);\n")]
    [InlineData("api/settings.py", "import os\np = os.environ.get('SMTPPASS', 'C0FF q7Kd2mXw9Rt4bN')\n")]
    [InlineData("src/main/resources/application.properties", "a.password=C0FF \\\n  q7Kd2mXw9Rt4bN\na.password=C0FF q7Kd2mXw9Rt4bN\n")]
    [InlineData("Dockerfile", "FROM alpine\nRUN useradd -m -p q7Kd2mXw9Rt4bN app && apt-get install x\n")]
    [InlineData(
        ".github/workflows/a.yml",
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n        with:\n          ssh-key: q7Kd2mXw9Rt4bN\n          ssh-key: q7Kd2mXw9Rt4bN\n"
    )]
    public void Files(string path, string text) => Hidden(new MemoryFile(path, text), "SMTPPASS");

    [Theory]
    [InlineData("package.json", "{\"scripts\": {\"change-password\": \"node scripts/gone.js\"}}", "node scripts/gone.js")]
    [InlineData(
        "compose.yaml",
        Compose + "DB_PASSWORD_FILE: /run/secrets/db_password\n      Z: a\n      Z: b\n",
        "/run/secrets/db_password"
    )]
    [InlineData("compose.yaml", Compose + "A_PASSWORD: ${WORD} # of two words\n      Z: a\n      Z: b\n", "${WORD}")]
    [InlineData(
        "compose.yaml",
        Compose + "A_PASSWORD: \"{{ .Values.pass }}-{{ .Release.Name }}\"\n      Z: a\n      Z: b\n",
        "{{ .Values.pass }}-{{"
    )]
    [InlineData(
        "compose.yaml",
        Compose + "A_URL: https://u:abcdefgh@host/@scope/package\n      Z: a\n      Z: b\n",
        "@host/@scope/package"
    )]
    [InlineData("compose.yaml", Compose + "A_PASSWORD: in one mapping\n      Z: a\n      Z: b\n", " in one mapping")]
    [InlineData(
        ".github/workflows/a.yml",
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache@v4\n        with:\n          key: node20-linux64-v2\n          key: node20-linux64-v2\n",
        "node20-linux64-v2"
    )]
    [InlineData(
        "compose.yaml",
        "services:\n  a:\n    image: b:1\n    command: [\"eks\", \"get-token\", \"--name\"]\n    command: [\"eks\", \"get-token\", \"--name\"]\n",
        "\\\"get-token\\\", \\\"--name\\\""
    )]
    public void What_is_no_secret_stays(string path, string text, string shown)
    {
        using AllOutputs outputs = new([new MemoryFile(path, text)], []);

        Assert.Contains(shown, outputs.Texts["audit Json"] + outputs.Texts["model"], StringComparison.Ordinal);
    }

    private static void Hidden(MemoryFile file, params IReadOnlyList<string> variables)
    {
        using AllOutputs outputs = new([file], variables);

        Assert.All(
            outputs.Texts,
            output => Assert.False(output.Value.Contains(Random, StringComparison.Ordinal), $"{output.Key}: {Around(output.Value)}")
        );
    }

    private static string Around(string text)
    {
        var at = Math.Max(0, text.IndexOf(Random, StringComparison.Ordinal) - 60);
        return text.Substring(at, Math.Min(140, text.Length - at));
    }
}
