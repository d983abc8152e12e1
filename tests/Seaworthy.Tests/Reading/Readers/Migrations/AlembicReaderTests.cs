using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Migrations.Code;
using Seaworthy.Reading.Readers.Migrations.Configurations;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Migrations;

public sealed class AlembicReaderTests
{
    private const string Head = """
        '''add age

        Revision ID: bb22
        Revises: aa11
        '''
        from alembic import op
        import sqlalchemy as sa

        revision: str = 'bb22'
        down_revision: Union[str, None] = 'aa11'
        branch_labels = None
        depends_on = None


        """;

    [Fact]
    public void A_revision_names_itself_and_its_parent()
    {
        var read = Read(Head + "def upgrade():\n    pass\n\ndef downgrade():\n    pass\n");

        Assert.Equal(("bb22", "age", "api/alembic/versions"), (read.Id, read.Title, read.Series));
        Assert.Equal(("aa11", 10), (read.Parents?[0].Value, read.Parents?[0].Span.StartLine));
        Assert.True(read.IsEmpty);
        Assert.False(read.HasDown);
    }

    [Theory]
    [InlineData("None", new string[0])]
    [InlineData("('a', 'b')", new[] { "a", "b" })]
    public void A_first_revision_has_no_parent_and_a_merge_has_two(string value, string[] parents)
    {
        var read = Read($"revision = 'x'\ndown_revision = {value}\ndef upgrade():\n    pass\n");

        Assert.Equal(parents, read.Parents?.Select(parent => parent.Value));
    }

    [Theory]
    [InlineData("op.create_table('users', sa.Column('id', sa.Integer(), nullable=False))", "users")]
    [InlineData("op.create_table(op.f('users'))", "users")]
    [InlineData("op.execute('CREATE TABLE users (id int)')", "users")]
    [InlineData("op.add_column('users', sa.Column('age', sa.Integer(), nullable=True))", null)]
    [InlineData("batch_op.create_table('users')", null)]
    public void Tables_that_the_way_up_creates_are_found(string operation, string? table)
    {
        var read = Read(Head + $"def upgrade():\n    {operation}\n\ndef downgrade():\n    op.create_table('other')\n");

        Assert.Equal(table is null ? [] : [table], read.CreatedTables.Select(created => created.Value));
        Assert.False(read.IsEmpty);
    }

    [Fact]
    public void Env_py_is_configuration_of_Alembic()
    {
        SourceFile file = new("alembic/env.py", "import os\nfrom alembic import context\nurl = os.environ['DATABASE_URL']\n");

        var read = Assert.IsType<MigrationConfiguration>(new AlembicEnvironmentReader().Read(new FileSyntax(file)));

        Assert.Equal(MigrationTool.Alembic, read.Tool);
    }

    [Fact]
    public void The_ini_names_directory_and_address()
    {
        SourceFile file = new(
            "alembic.ini",
            "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = postgresql://u:p@localhost/db\n"
        );

        var read = Assert.IsType<MigrationConfiguration>(new AlembicIniReader().Read(new FileSyntax(file)));

        Assert.Equal(
            ("migrations", "postgresql://u:p@localhost/db", 3),
            (read.Directory?.Value, read.Url?.Value, read.Url?.Span.StartLine)
        );
    }

    private static MigrationFile Read(string text) =>
        Assert.IsType<MigrationFile>(new AlembicReader().Read(new FileSyntax(new SourceFile("api/alembic/versions/bb22_age.py", text))));
}
