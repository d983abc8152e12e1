using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Python;
using Seaworthy.Reading.Readers.Migrations.Code;
using Seaworthy.Reading.Readers.Migrations.Configurations;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Migrations;

public sealed class OtherMigrationTests
{
    [Theory]
    [InlineData(
        "db/migrate/20240101120000_add_age.rb",
        "class AddAge < ActiveRecord::Migration[7.1]\n  def change\n    remove_column :users, :age\n  end\nend\n",
        MigrationTool.Rails,
        "20240101120000",
        "add_age"
    )]
    [InlineData(
        "database/migrations/2024_01_01_120000_add_age.php",
        "<?php\nreturn new class extends Migration {\n  public function up(): void { Schema::table('u', fn ($t) => $t->dropColumn('age')); }\n  public function down(): void { Schema::dropIfExists('x'); }\n};\n",
        MigrationTool.Laravel,
        "2024_01_01_120000",
        "add_age"
    )]
    public void Rails_and_Laravel_are_known_by_their_path(string path, string text, MigrationTool tool, string id, string title)
    {
        var read = Assert.IsType<MigrationFile>(new StampedMigrationReader().Read(Syntax(path, text)));

        Assert.Equal((tool, id, title, true), (read.Tool, read.Id, read.Title, read.HasDown));
    }

    [Fact]
    public void A_knexfile_names_directory_and_client()
    {
        var read = Assert.IsType<MigrationConfiguration>(
            new ScriptConfigurationReader().Read(
                Syntax(
                    "knexfile.js",
                    "module.exports = { production: { client: 'pg', connection: process.env.DATABASE_URL, migrations: { directory: './db/migrations' } } };"
                )
            )
        );

        Assert.Equal(("./db/migrations", "pg"), (read.Directory?.Value, read.Provider?.Value));
    }

    [Fact]
    public void Setup_py_is_read_as_far_as_its_literals_go()
    {
        var read = Assert.IsType<SetupScript>(
            new SetupScriptReader().Read(
                Syntax(
                    "setup.py",
                    "from setuptools import setup\nREQUIRED = ['flask>=2', 'redis']\nsetup(name='api', python_requires='>=3.9', install_requires=REQUIRED)\n"
                )
            )
        );

        Assert.Equal(("api", ">=3.9", false), (read.Name?.Value, read.Runtimes[0].Version, read.HasDynamicDependencies));
        Assert.Equal([("flask", ">=2"), ("redis", null)], read.Dependencies.Select(d => (d.Name, d.Range)));
    }

    [Fact]
    public void A_setup_py_that_reads_a_file_has_dynamic_dependencies()
    {
        var read = Assert.IsType<SetupScript>(
            new SetupScriptReader().Read(
                Syntax("setup.py", "setup(name='api', install_requires=open('requirements.txt').read().splitlines())\n")
            )
        );

        Assert.True(read.HasDynamicDependencies);
        Assert.Empty(read.Dependencies);
    }

    private static FileSyntax Syntax(string path, string text) => new(new SourceFile(path, text));
}
