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
    [InlineData("op.drop_table('users')", RiskyOperationKind.DropTable, "users", null)]
    [InlineData("op.drop_column('users', 'age')", RiskyOperationKind.DropColumn, "users", "age")]
    [InlineData(
        "op.add_column('users', sa.Column('age', sa.Integer(), nullable=False))",
        RiskyOperationKind.AddRequiredColumnWithoutDefault,
        "users",
        "age"
    )]
    [InlineData("op.alter_column('users', 'age', new_column_name='years')", RiskyOperationKind.RenameColumn, "users", "age")]
    [InlineData("op.alter_column('users', 'age', nullable=False)", RiskyOperationKind.SetNotNull, "users", "age")]
    [InlineData(
        "op.create_index(op.f('ix_age'), 'users', ['age'], unique=False)",
        RiskyOperationKind.CreateIndexInPlace,
        "users",
        "ix_age"
    )]
    [InlineData("op.execute('DROP TABLE users')", RiskyOperationKind.DropTable, "users", null)]
    public void Operations_that_ask_for_care_are_found(string operation, RiskyOperationKind kind, string table, string? target)
    {
        var found = Assert.Single(
            Read(Head + $"def upgrade():\n    {operation}\n\ndef downgrade():\n    op.drop_table('other')\n").RiskyOperations
        );

        Assert.Equal((kind, table, target), (found.Kind, found.Table, found.Target));
        Assert.Equal(15, found.Span.StartLine);
    }

    [Theory]
    [InlineData("op.add_column('users', sa.Column('age', sa.Integer(), nullable=True))")]
    [InlineData("op.add_column('users', sa.Column('age', sa.Integer(), nullable=False, server_default='0'))")]
    [InlineData("op.create_index('ix', 'users', ['age'], postgresql_concurrently=True)")]
    [InlineData("op.create_table('users', sa.Column('id', sa.Integer(), nullable=False))\n    op.create_index('ix', 'users', ['id'])")]
    public void Harmless_operations_stay_silent(string operation)
    {
        var read = Read(Head + $"def upgrade():\n    {operation}\n");

        Assert.Empty(read.RiskyOperations);
        Assert.False(read.IsEmpty);
    }

    [Fact]
    public void A_batch_names_the_table_once()
    {
        var found = Assert.Single(
            Read(
                Head
                    + "def upgrade():\n    with op.batch_alter_table('users', schema=None) as batch_op:\n        batch_op.drop_column('age')\n"
            ).RiskyOperations
        );

        Assert.Equal(("users", "age"), (found.Table, found.Target));
    }

    [Fact]
    public void Env_py_names_the_variable_of_the_address()
    {
        SourceFile file = new(
            "alembic/env.py",
            "import os\nfrom alembic import context\nurl = os.environ['DATABASE_URL']\nlevel = os.getenv('LOG_LEVEL')\n"
        );

        var read = Assert.IsType<MigrationConfiguration>(new AlembicEnvironmentReader().Read(new FileSyntax(file)));

        Assert.Equal(["DATABASE_URL"], read.UrlVariables.Select(variable => variable.Value));
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
