using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Migrations.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Migrations;

public sealed class CodeMigrationTests
{
    [Fact]
    public void A_Django_migration_lists_dependencies_and_operations()
    {
        var read = Read(
            new DjangoReader(),
            "shop/migrations/0002_age.py",
            """
            from django.db import migrations, models

            class Migration(migrations.Migration):
                atomic = False
                dependencies = [
                    ("shop", "0001_initial"),
                    migrations.swappable_dependency(settings.AUTH_USER_MODEL),
                ]

                operations = [
                    migrations.CreateModel(name="Order", fields=[("id", models.AutoField(primary_key=True))]),
                    migrations.AddField(model_name="order", name="age", field=models.IntegerField()),
                    migrations.RemoveField(model_name="item", name="size"),
                    migrations.AddField(model_name="item", name="weight", field=models.IntegerField(default=0)),
                    migrations.AddField(model_name="item", name="width", field=models.IntegerField()),
                    migrations.RunSQL("UPDATE item SET x = 1"),
                ]
            """
        );

        Assert.Equal((MigrationTool.Django, "0002_age", "shop/migrations"), (read.Tool, read.Id, read.Series));
        Assert.Equal(["shop.0001_initial"], read.Parents?.Select(parent => parent.Value));
        Assert.Equal(["Order"], read.CreatedTables.Select(table => table.Value));
        Assert.False(read.HasDown);
    }

    [Fact]
    public void An_Entity_Framework_migration_has_Up_and_Down()
    {
        var read = Read(
            new EntityFrameworkReader(),
            "Data/Migrations/20240101120000_Age.cs",
            """
            public partial class Age : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder)
                {
                    migrationBuilder.CreateTable(name: "orders", columns: table => new { id = table.Column<int>(nullable: false) });
                    migrationBuilder.CreateIndex(name: "ix_orders", table: "orders", column: "id");
                    migrationBuilder.DropColumn(name: "age", table: "users");
                    migrationBuilder.AddColumn<int>(name: "size", table: "users", type: "integer", nullable: false);
                    migrationBuilder.AddColumn<int>(name: "rank", table: "users", nullable: false, defaultValue: 0);
                }

                protected override void Down(MigrationBuilder migrationBuilder)
                {
                    migrationBuilder.DropTable(name: "orders");
                }
            }
            """
        );

        Assert.Equal((MigrationTool.EntityFramework, "20240101120000_Age", true), (read.Tool, read.Id, read.HasDown));
        Assert.Equal(["orders"], read.CreatedTables.Select(table => table.Value));
    }

    [Theory]
    [InlineData(
        "migrations/1700000000000-Age.ts",
        "export class Age1700000000000 implements MigrationInterface {\n  public async up(queryRunner: QueryRunner): Promise<void> {\n    await queryRunner.query(`ALTER TABLE users DROP COLUMN age`);\n  }\n  public async down(queryRunner: QueryRunner): Promise<void> {\n    await queryRunner.query(`x`);\n  }\n}\n",
        MigrationTool.TypeOrm
    )]
    [InlineData(
        "migrations/20240101-age.js",
        "module.exports = {\n  async up(queryInterface, Sequelize) {\n    await queryInterface.removeColumn('users', 'age');\n  },\n  async down(queryInterface) { await queryInterface.addColumn('users', 'age'); }\n};\n",
        MigrationTool.Sequelize
    )]
    [InlineData(
        "db/migrations/20240101_age.js",
        "exports.up = function (knex) {\n  return knex.schema.alterTable('users', t => { t.dropColumn('age'); });\n};\nexports.down = function (knex) { return knex.schema.dropTable('x'); };\n",
        MigrationTool.Knex
    )]
    public void Migrations_in_JavaScript_have_up_and_down(string path, string text, MigrationTool tool)
    {
        var read = Read(new JavaScriptMigrationReader(), path, text);

        Assert.Equal((tool, true, false), (read.Tool, read.HasDown, read.IsEmpty));
    }

    private static MigrationFile Read(Reader reader, string path, string text)
    {
        Assert.True(reader.Accepts(path));
        return Assert.IsType<MigrationFile>(reader.Read(new FileSyntax(new SourceFile(path, text))));
    }
}
