using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Sql;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Sql;

public sealed class SqlScriptReaderTests
{
    [Theory]
    [InlineData("CREATE DATABASE shop;", "shop")]
    [InlineData("create database \"Shop\" with owner app;\nCREATE DATABASE reports", "Shop,reports")]
    [InlineData("-- CREATE DATABASE shop;\nCREATE ROLE app;", "")]
    [InlineData("/* CREATE DATABASE a; */ CREATE DATABASE IF NOT EXISTS b;", "")]
    [InlineData("SELECT 'CREATE DATABASE a' WHERE NOT EXISTS (SELECT 1)\\gexec\nCREATE DATABASE b;\n\\c b\nCREATE DATABASE c;", "b,c")]
    public void Databases_are_those_that_are_created_without_asking(string text, string databases) =>
        Assert.Equal(databases, string.Join(',', Read(text)?.Databases.Select(database => database.Value) ?? []));

    [Fact]
    public void A_creation_is_shown_at_its_statement() =>
        Assert.Equal("CREATE DATABASE shop", Assert.Single(Read("SET x = 1;\nCREATE DATABASE shop;")?.Databases ?? []).Span.Text);

    [Fact]
    public void What_makes_neither_databases_nor_users_nor_tables_is_another_kind_of_script() =>
        Assert.Null(Read("INSERT INTO items VALUES (1);"));

    [Theory]
    [InlineData("CREATE TABLE items (id int);", "items")]
    [InlineData("create table if not exists public.items (id int);", "public.items")]
    [InlineData("CREATE UNLOGGED TABLE \"Items\" AS SELECT 1;", "Items")]
    [InlineData("CREATE TABLE items AS SELECT * FROM other;", "items")]
    public void A_table_is_told_by_its_name(string text, string name) => Assert.Equal(name, Assert.Single(Read(text)?.Tables ?? []));

    private static SqlScript? Read(string text) => (SqlScript?)new SqlScriptReader().Read(new FileSyntax(new SourceFile("init.sql", text)));
}
