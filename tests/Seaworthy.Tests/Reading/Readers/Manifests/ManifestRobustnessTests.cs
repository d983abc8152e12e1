using System.Collections;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests;
using Seaworthy.Reading.Readers.Migrations;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

/// <summary>Whatever a file of a manifest's or migration's name holds: it is read without fail, and every place lies inside it.</summary>
public sealed class ManifestRobustnessTests
{
    public static TheoryData<string, string> Samples { get; } =
        new()
        {
            {
                "package.json",
                """{"name":"a","scripts":{"start":"node x && cd y || true"},"dependencies":{"b":"^1","c":"npm:d@2"},"exports":{".":{"import":["./a"]}},"bin":{"a":"./b"},"workspaces":{"packages":["x/*"]}}"""
            },
            {
                "package-lock.json",
                """{"name":"a","lockfileVersion":3,"packages":{"":{"name":"é","dependencies":{"b":"^1"}},"node_modules/b":{"version":"1"}}}"""
            },
            { "pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1\n  b:\n" },
            { "tsconfig.json", """{"extends":["./a"],"compilerOptions":{"paths":{"@/*":["./src/*"]},"outDir":"dist"}}""" },
            {
                "pyproject.toml",
                "[project]\nname = \"a\"\ndependencies = [\"b[c]>=1 ; d == 'e'\", \"f @ git+https://g\"]\n[tool.poetry.group.dev.dependencies]\nx = [{version = \"1\"}]\n"
            },
            { "requirements.txt", "a[b]==1 \\\n  --hash=sha256:c\n-r d.txt\n-e ./e\n--index-url=f\ng @ https://h ; i\n" },
            {
                "Cargo.toml",
                "[package]\nname = \"a\"\n[[bin]]\nname = \"b\"\n[target.'cfg(x)'.dependencies]\nc = { version = \"1\", features = [\"d\"] }\n"
            },
            { "go.mod", "module a\ngo 1.21\nrequire (\n b v1 // indirect\n)\nreplace c => ../d\n" },
            {
                "A.csproj",
                "<Project Sdk=\"S\"><PropertyGroup><TargetFrameworks>a;b</TargetFrameworks></PropertyGroup><ItemGroup><PackageReference Include=\"P\"><Version>1</Version></PackageReference></ItemGroup></Project>"
            },
            { "appsettings.Test.json", """{"A":{"B":[1,{"C":null}]},"D":"e"}""" },
            {
                "pubspec.yaml",
                "name: a\ndependencies:\n  flutter:\n    sdk: flutter\n  b: {path: ../b}\nflutter:\n  assets: [a, {path: b/}]\n  fonts: [{fonts: [{asset: c}]}]\n"
            },
            { "Gemfile", "ruby '3'\ngroup :test do\n  gem \"a\", '~> 1' # b\nend\n" },
            { "build.gradle", "plugins { id 'a' }\nimplementation 'b:c:1',\n  'd:e:2'\nsourceCompatibility = JavaVersion.VERSION_17\n" },
            {
                "pom.xml",
                "<project><artifactId>a</artifactId><dependencies><dependency><artifactId>b</artifactId></dependency></dependencies></project>"
            },
            { "setup.cfg", "[metadata]\nname = a\n[options]\ninstall_requires =\n  b>=1\n  c\n" },
            { "setup.py", "setup(name='a', install_requires=['b>=1', \"c\"])" },
            {
                "schema.prisma",
                "datasource db {\n  provider = \"p\"\n  url = env(\"U\") // x\n}\ngenerator c {\n  binaryTargets = [\"n\"]\n}\n"
            },
            {
                "migrations/1_a.sql",
                "CREATE TABLE a (b int); ALTER TABLE c DROP COLUMN d, ADD e int NOT NULL; CREATE INDEX f ON g (h); -- +goose Down\nDROP TABLE a;"
            },
            {
                "migrations/versions/a.py",
                "revision = 'a'\ndown_revision = ('b', 'c')\ndef upgrade():\n    with op.batch_alter_table('t') as batch_op:\n        batch_op.drop_column('x')\n    op.execute('''DROP TABLE y''')\n"
            },
            {
                "app/migrations/0001_initial.py",
                "class Migration(migrations.Migration):\n    dependencies = [('a', 'b')]\n    operations = [migrations.RunSQL('DROP TABLE x')]\n"
            },
            {
                "Migrations/20240101_A.cs",
                "class A : Migration { protected override void Up(MigrationBuilder b) { b.DropColumn(name: \"x\", table: \"y\"); b.Sql(@\"DROP TABLE z\"); } }"
            },
            {
                "migrations/20240101-a.js",
                "exports.up = (knex) => knex.schema.dropTable(`x`); exports.down = async function(knex) { await knex.raw('DROP TABLE y'); }"
            },
        };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_cut_off_anywhere_is_read(string path, string text)
    {
        var read = 0;
        for (var length = 0; length <= text.Length; length++)
        {
            read += Read(path, text[..length]);
        }

        Assert.True(read > 0, "no reader took it");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_with_any_character_replaced_is_read(string path, string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var other in "\0{\"\n)")
            {
                Read(path, string.Concat(text.AsSpan(0, at), other.ToString(), text.AsSpan(at + 1)));
            }
        }
    }

    private static int Read(string path, string text)
    {
        SourceFile file = new(path, text);
        FileSyntax syntax = new(file);
        var taken = 0;
        foreach (var reader in ManifestsReaders.All.Concat(MigrationsReaders.All).Where(reader => reader.Accepts(path)))
        {
            if (reader.Read(syntax) is { } artifact)
            {
                taken++;
                AssertInside(artifact, text.Length, 0);
            }
        }

        return taken;
    }

    /// <summary>Every place in a record, and in the records it holds.</summary>
    private static void AssertInside(object value, int length, int depth)
    {
        if (value is SourceSpan span)
        {
            Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= length, $"{span.Start}+{span.Length} of {length}");
            return;
        }

        if (value is string or SourceFile || depth > 6 || value.GetType().IsPrimitive)
        {
            return;
        }

        if (value is IEnumerable list)
        {
            foreach (var item in list.Cast<object>().Take(50))
            {
                AssertInside(item, length, depth + 1);
            }

            return;
        }

        if (value.GetType().Namespace?.StartsWith("Seaworthy", StringComparison.Ordinal) == true)
        {
            foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                if (property.GetValue(value) is { } inner)
                {
                    AssertInside(inner, length, depth + 1);
                }
            }
        }
    }
}
