using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Tests;
using Xunit;

namespace Seaworthy.Fuzz;

/// <summary>Whatever a file holds, no reader throws, and every place it tells lies inside the file.</summary>
public sealed class EveryReaderTests
{
    private const int Cuts = 100;
    private const int Rounds = 20;

    // A name for each kind of file, so that every reader is asked.
    private static readonly IReadOnlyList<string> Kinds =
    [
        "Dockerfile",
        "docker/mysql/my.cnf",
        "config/deploy.yml",
        "haproxy.cfg",
        "serverless.yml",
        "skaffold.yaml",
        "environment-variables.txt",
        "librechat.yaml",
        "certs/server.crt",
        "README.md",
        "init.sql",
        "drizzle/meta/_journal.json",
        ".dockerignore",
        ".gitattributes",
        ".github/dependabot.yml",
        ".nvmrc",
        ".python-version",
        "heroku.yml",
        "db/changelog/db.changelog-master.xml",
        "alembic/env.py",
        "tsconfig.json",
        "nest-cli.json",
        "turbo.json",
        "capacitor.build.gradle",
        "setup.cfg",
        "go.work",
        "Properties/launchSettings.json",
        "package-lock.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "poetry.lock",
        "Cargo.lock",
        "go.sum",
        "pubspec.yaml",
        "diesel.toml",
        "knexfile.js",
        "drizzle.config.ts",
        "src/App.vue",
        "src/pages/index.astro",
        "ormconfig.json",
        "data-source.ts",
        "config/database.php",
        "config/database.yml",
        "db/migrate/20240101_a.rb",
        "Migrations/20240101_A.cs",
        "migrations/20240101-a.js",
        "database/migrations/2024_01_01_a.php",
        "supervisord.conf",
        "update.ps1",
        ".vscode/tasks.json",
        "ecosystem.config.js",
        "railway.json",
        "grafana/provisioning/datasources/a.yml",
        "rules/alerts.yml",
        "dashboards/a.json",
        "loki.yml",
        "promtail.yml",
        "compose.yaml",
        ".env",
        "k8s/app.yaml",
        "kustomization.yaml",
        "chart/Chart.yaml",
        "chart/values.yaml",
        ".github/workflows/ci.yml",
        "backend/.github/workflows/ci.yml",
        "action.yml",
        ".gitlab-ci.yml",
        ".circleci/config.yml",
        "azure-pipelines.yml",
        "cloudbuild.yaml",
        "buildspec.yml",
        ".goreleaser.yml",
        "docker-bake.hcl",
        "docker-bake.json",
        ".do/app.yaml",
        "bitbucket-pipelines.yml",
        "Jenkinsfile",
        "nginx.conf",
        "proxy.conf.json",
        "Caddyfile",
        "traefik.yml",
        "run.sh",
        "Makefile",
        "justfile",
        "Taskfile.yml",
        "deno.json",
        "Procfile",
        "package.json",
        "pnpm-workspace.yaml",
        "pyproject.toml",
        "Pipfile",
        "setup.py",
        "requirements.txt",
        "Cargo.toml",
        "go.mod",
        "app.csproj",
        "shop.sln",
        "shop.slnx",
        "appsettings.json",
        "Gemfile",
        "pom.xml",
        "build.gradle",
        "composer.json",
        "composer.lock",
        "fly.toml",
        "main.tf",
        ".terraform.lock.hcl",
        ".npmrc",
        "prod.tfvars",
        "infra/main.bicep",
        "infra/main.bicepparam",
        "infra/main.parameters.json",
        "azure.yaml",
        "task-definition.json",
        "render.yaml",
        "railway.toml",
        "nixpacks.toml",
        "supabase/config.toml",
        "vercel.json",
        "netlify.toml",
        "app.json",
        "app.service",
        "alembic.ini",
        "alembic/versions/a.py",
        "app/migrations/0001_initial.py",
        "migrations/1_a.sql",
        "schema.prisma",
        "prometheus.yml",
        "alertmanager.yml",
        "main.py",
        "index.ts",
        "index.jsx",
        "main.rs",
        "Program.cs",
        "main.go",
        "src/main/java/App.java",
        "src/main/kotlin/App.kt",
        "src/main/resources/application.yml",
        "src/main/resources/application-prod.properties",
        "index.php",
        "config/routes.rb",
        "app.rb",
        "lib/main.dart",
        "pubspec.yaml",
        "config/routes.yaml",
        "config/runtime.exs",
        "mix.exs",
        "priv/repo/migrations/20240701004550_x.exs",
    ];

    public static IEnumerable<TheoryDataRow<string>> AllKinds => Kinds.Select(path => new TheoryDataRow<string>(path));

    public static IEnumerable<TheoryDataRow<string>> Samples =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "examples"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "examples"), path).Replace('\\', '/'))
            .Where(path => AllReaders.List.Any(reader => reader.Accepts(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => new TheoryDataRow<string>(path));

    [Fact]
    public void Every_reader_is_asked()
    {
        var unasked = AllReaders.List.Where(reader => !Kinds.Any(reader.Accepts)).Select(reader => reader.GetType().Name);

        Assert.True(!unasked.Any(), $"add a file name to {nameof(Kinds)} for {string.Join(", ", unasked)}");
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Random_bytes_are_read_without_fault(string path)
    {
        Random random = new(20261120);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = new byte[random.Next(1, 600)];
            random.NextBytes(bytes);
            Read(path, Encoding.UTF8.GetString(bytes));
            Read(path, Words(random));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_cut_anywhere_is_read_without_fault(string path)
    {
        var text = Sample(path);
        for (var cut = 0; cut <= text.Length; cut += 1 + (text.Length / Cuts))
        {
            Read(path, text[..cut]);
            Read(path, text[cut..]);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_with_characters_changed_is_read_without_fault(string path)
    {
        const string Others = "\0{}[]()\"'`\n\t:#$\\<>|&;,é\uD83D";
        Random random = new(7);
        var text = Sample(path);
        for (var round = 0; round < Cuts; round++)
        {
            var changed = text.ToCharArray();
            for (var change = random.Next(1, 4); change > 0 && changed.Length > 0; change--)
            {
                changed[random.Next(changed.Length)] = Others[random.Next(Others.Length)];
            }

            Read(path, new string(changed));
        }
    }

    private static string Sample(string path) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "examples", path));

    // Noise alone is seldom taken for a file of its kind; pieces of many languages are.
    private static string Words(Random random)
    {
        string[] pieces =
        [
            "services:\n",
            "  a:\n",
            "    image: b\n",
            "FROM a AS b\n",
            "RUN ",
            "[\"a\", ",
            "\"",
            "'",
            "${A:-",
            "$(",
            "}",
            "]",
            ")",
            "{",
            "[",
            "(",
            "\n",
            "    ",
            "\t",
            ": ",
            "- ",
            "= ",
            "import a\n",
            "def f(",
            "function f(",
            "class A ",
            "app.get('/x', ",
            "os.environ['A']",
            "process.env.A",
            "apiVersion: v1\nkind: Service\n",
            "on: push\njobs:\n",
            "<Project>",
            "</",
            "server {",
            "location / ",
            "#",
            "//",
            "/*",
            "<<E\n",
            "\\\n",
            "|\n",
            "&a ",
            "*a",
            "é",
            "\0",
            "\uFEFF",
            "\r\n",
            "if ",
            "then ",
            "\"\"\"",
            "`",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static void Read(string path, string text)
    {
        FileSyntax syntax = new(new SourceFile(path, text));
        foreach (var reader in AllReaders.List.Where(reader => reader.Accepts(path)))
        {
            if (reader.Read(syntax) is { } artifact)
            {
                Places.AreInside(artifact, text.Length);
            }
        }
    }
}
