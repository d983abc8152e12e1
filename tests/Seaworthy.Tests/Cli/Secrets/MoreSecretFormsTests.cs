using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>Forms in which neither the looks of a value nor its name is enough: each is tried with a value drawn by chance, and with one of plain letters.</summary>
public sealed class MoreSecretFormsTests
{
    private static readonly string[] Values = ["q7Kd2mXw9Rt4bN", "bofanitukelosiva"];

    [Theory]
    // What tells the secret stands before the part of the line that is shown.
    [InlineData("app host=db password=@V port=5432")]
    [InlineData("app --password @V --port 5432 abc")]
    [InlineData("mysql -uroot -p@V app")]
    [InlineData("psql postgres://app:@V@db:5432/x")]
    [InlineData("curl -u a:@V http://x")]
    [InlineData("curl https://hooks.slack.com/services/T00000000/B00000000/@V")]
    public void Long_lines(string command) => Hidden(Program($"const s = \"{Long}; {command}\"; f(process.env.NOPE)"));

    [Fact]
    public void Numbers_in_long_lines() => Hidden(Program($"const s = \"{Long}; curl -u a:@V http://x\"; f(process.env.NOPE)"), "93688235");

    private static (string Path, string Text)[] Program(string line) =>
        [
            ("main.js", line + "\n"),
            ("package.json", "{\"name\":\"a\",\"version\":\"1.0.0\"}"),
            (".env.example", "PORT=1\n"),
            ("Dockerfile", "FROM node:20\nCOPY . .\nCMD [\"node\",\"main.js\"]\n"),
            ("compose.yaml", "services:\n  a:\n    build: .\n    environment: {PORT: \"1\"}\n"),
        ];

    [Theory]
    // Options and words of commands.
    [InlineData("curl -su u:@V http://x")]
    [InlineData("curl -fsSLu u:@V http://x")]
    [InlineData("http -a u:@V http://x")]
    [InlineData("keytool -genkey -storepass @V -keypass a")]
    [InlineData("keytool -genkey -keypass @V")]
    [InlineData("nuget sources add -Name a -Password @V")]
    [InlineData("nuget push a.nupkg -ApiKey @V")]
    [InlineData("plink -pw @V root@h")]
    [InlineData("aws secretsmanager create-secret --name a --secret-string @V")]
    [InlineData("curl --oauth2-bearer @V http://x")]
    [InlineData("gh secret set DB_PASSWORD --body @V")]
    [InlineData("redis-cli AUTH @V")]
    [InlineData("redis-cli CONFIG SET requirepass @V")]
    [InlineData("redis-cli CONFIG SET masterauth @V")]
    [InlineData("mysqladmin -u root password @V")]
    [InlineData("npm config set //registry.npmjs.org/:_authToken @V")]
    [InlineData("twine upload -u a -p @V dist/a")]
    [InlineData("cqlsh -u cassandra -p @V db")]
    [InlineData("cypher-shell -u neo4j -p @V")]
    [InlineData("rabbitmqadmin -u app -p @V list queues")]
    [InlineData("kubectl create secret generic db --from-literal=db=@V")]
    // Assignments of a shell.
    [InlineData("DB_PASSWORD=$'@V' ./x")]
    [InlineData("export DB_PASSWORD=\"ab\"@V")]
    [InlineData("DB_PASSWORD+=@V")]
    [InlineData("TOKEN=(@V a)")]
    [InlineData("read -r DB_PASSWORD <<< \"@V\"")]
    [InlineData("printf -v DB_PASSWORD %s @V")]
    [InlineData("echo @V | docker secret create db_password -")]
    [InlineData("echo @V | wrangler secret put X")]
    [InlineData("$password = ConvertTo-SecureString \"@V\" -AsPlainText")]
    // Statements and addresses of drivers.
    [InlineData("psql -c \"CREATE USER x WITH PASSWORD '@V'\"")]
    [InlineData("psql -c \"ALTER USER app PASSWORD '@V'\"")]
    [InlineData("mysql -e \"CREATE USER a IDENTIFIED BY '@V'\"")]
    [InlineData("DB_DSN=root:@V@tcp(db:3306)/app ./x")]
    [InlineData("./x \"root:@V@tcp(db:3306)/app\"")]
    public void Commands(string command) =>
        Hidden(
            ".github/workflows/a.yml",
            $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: |\n          ./missing.sh; {command}\n"
        );

    [Theory]
    [InlineData("client.setPassword(\"@V\")")]
    [InlineData("user.set_password(\"@V\")")]
    [InlineData("const password = SecretStr(\"@V\")")]
    [InlineData("headers.set(\"X-Api-Key\", \"@V\")")]
    [InlineData("password = bytes(\"@V\", \"utf8\")")]
    [InlineData("a = { password: String::from(\"@V\") }")]
    [InlineData("const dbPassword = Buffer.from(\"@V\")")]
    [InlineData("apiToken = []byte(\"@V\")")]
    [InlineData("sql.Open(\"mysql\", \"root:@V@tcp(db:3306)/app\")")]
    [InlineData("a = { \"Pass\": \"@V\" }")]
    public void Calls(string call) => Hidden(Program($"f(process.env.NOPE); {call};"));

    [Theory]
    [InlineData("PASSWORDS: \"@V\"")]
    [InlineData("api_tokens: [\"@V\"]")]
    [InlineData("PASSWORD_DB: \"@V\"")]
    [InlineData("ADMIN_PASSWORD_PLAIN: \"@V\"")]
    [InlineData("REDIS_AUTH: \"@V\"")]
    [InlineData("FLOWER_BASIC_AUTH: \"admin:@V\"")]
    [InlineData("API_KEYS: \"one,@V\"")]
    public void Names(string pair) =>
        Hidden("compose.yaml", $"services:\n  a:\n    image: nginx:1.25\n    environment: {{{pair}, X: \"${{NOPE}}\"}}\n");

    [Fact]
    public void Numbers_given_to_a_password() =>
        Hidden(
            "compose.yaml",
            "services:\n  a:\n    image: nginx:1.25\n    environment: {DB_PASSWORD: \"@V\", X: \"${NOPE}\"}\n",
            "93688235"
        );

    [Theory]
    [InlineData("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment:\n      DB_PASSWORD: Winter: @V\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment:\n      DB_PASSWORD: \"ab\"@V\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment:\n      DB_PASSWORD: 'ab'@V'\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment:\n      DB_PASSWORD: *@V\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment:\n      - DB_PASSWORD: *@V\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment: {POSTGRES_PASSWORD: \"ab\"@V}\n")]
    [InlineData("h/values.yaml", "db:\n  password: ab: @V\n")]
    [InlineData("Dockerfile", "FROM debian:12-slim\nENV DB_PASSWORD=\n@V\n")]
    public void Broken_values(string path, string text) =>
        Hidden([(path, text), ("h/Chart.yaml", "apiVersion: v2\nname: h\nversion: 0.1.0\n")]);

    [Theory]
    [InlineData("    environment:\n      DB_PASSWORD: ab$@V\n")]
    [InlineData("    environment: [\"DB_PASSWORD=ab$@V\"]\n")]
    [InlineData("    environment: [\"DATABASE_URL=postgres://a:ab$@V@db/x\"]\n")]
    [InlineData("    command: redis-server --requirepass ab$@V\n")]
    public void Dollars_that_nobody_doubled(string part) => Hidden("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n" + part);

    [Theory]
    [InlineData("DB_PASSWORD: ${DB_PASSWORD}")]
    [InlineData("DB_PASSWORD: $DB_PASSWORD")]
    [InlineData("DB_URL: postgres://a:$DB_PASSWORD@db/x")]
    public void What_is_filled_in_keeps_its_name(string pair)
    {
        using AllOutputs outputs = new(
            [new MemoryFile("compose.yaml", "services:\n  a:\n    image: nginx:1.25\n    environment:\n      " + pair + "\n")],
            []
        );

        Assert.Contains("compose.yaml uses DB_PASSWORD", outputs.Texts["audit Json"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("h/templates/s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  lic: \"@V {{ .Values.nope }}\"\n")]
    [InlineData("h/templates/s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {lic: \"@V {{ .Values.nope }}\"}\n")]
    [InlineData("k8s/x.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {pin: \"a, @V\", q: \"b\"}\n")]
    [InlineData("k8s/x.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nStringData:\n  pin: @V\n  pin: @V\n")]
    [InlineData("k/kustomization.yaml", "secretGenerator:\n  - {name: a, literals: [pin=@V], literals: [\"pin=@V\", \"m=b\"]}\n")]
    [InlineData(
        "k/kustomization.yaml",
        "resources: [nope.yaml]\nsecretGenerator:\n  - name: a\n    literals:\n      - pin=@V\n    literals:\n      - pin=@V\n"
    )]
    public void Data_of_Secrets(string path, string text) =>
        Hidden([(path, text), ("h/Chart.yaml", "apiVersion: v2\nname: h\nversion: 0.1.0\n"), ("h/values.yaml", "a: 1\n")]);

    [Theory]
    [InlineData("a/argocd-k8s-auth/main_test.go", "package a\nconst CommandAuth = \"argocd-k8s-auth\"\n")]
    [InlineData("tests/e2e/Services/GraphQL/MessagingTest.php", "<?php class MessagingTest extends TestCase {}\n")]
    public void Paths_of_files_stay(string path, string text)
    {
        using AllOutputs outputs = new(
            [
                new MemoryFile(path, text),
                new MemoryFile("go.mod", "module a\ngo 1.22\n"),
                new MemoryFile("main.go", "package main\nfunc main() {}\n"),
                new MemoryFile("Dockerfile", "FROM golang:1.22\nCOPY . .\nCMD [\"go\",\"run\",\".\"]\n"),
                new MemoryFile("compose.yaml", "services:\n  a:\n    build: .\n"),
                new MemoryFile(
                    ".github/workflows/a.yml",
                    "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: go test ./...\n"
                ),
            ],
            []
        );

        Assert.Contains($"({path})", outputs.Texts["model"], StringComparison.Ordinal);
        Assert.DoesNotContain("•••", outputs.Texts["model"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_says_that_there_is_no_secret_stays()
    {
        using AllOutputs outputs = new([new MemoryFile(".env", "A_PRIVATE_KEY=disabled\nA_PRIVATE_KEY=disabled\n")], []);

        Assert.Contains("A_PRIVATE_KEY=disabled", outputs.Texts["audit Json"], StringComparison.Ordinal);
    }

    private static string Long => string.Concat(Enumerable.Repeat("abcd efgh ", 22));

    private static void Hidden(string path, string text, params string[] values) => Hidden([(path, text)], values);

    private static void Hidden((string Path, string Text)[] files, params string[] values)
    {
        foreach (var value in values.Length > 0 ? values : Values)
        {
            using AllOutputs outputs = new(
                [.. files.Select(file => new MemoryFile(file.Path, file.Text.Replace("@V", value, StringComparison.Ordinal)))],
                []
            );

            Assert.All(
                outputs.Texts,
                output =>
                    Assert.False(
                        output.Value.Contains(value[2..], StringComparison.Ordinal),
                        $"{output.Key}: {Around(output.Value, value[2..])}"
                    )
            );
        }
    }

    private static string Around(string text, string value)
    {
        var at = Math.Max(0, text.IndexOf(value, StringComparison.Ordinal) - 60);
        return text.Substring(at, Math.Min(140, text.Length - at));
    }
}
