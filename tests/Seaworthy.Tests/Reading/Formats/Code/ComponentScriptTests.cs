using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Code.Lexing;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Code;

/// <summary>Vue, Svelte and Astro keep their script in a page.</summary>
public sealed class ComponentScriptTests
{
    [Fact]
    public void The_scripts_of_a_Vue_component_are_code_and_its_template_and_styles_are_not()
    {
        var syntax = From(
            "src/App.vue",
            """
            <template><p v-if="list.filter(x => x > 1)">{{ count(list) }} it's</p></template>
            <script lang="ts">
            import api from './api'
            </script>
            <script setup lang="ts" generic="T extends Record<string, number>">
            const list = await api.get<T>('/items')
            </script>
            <style>p { color: url(x.png) }</style>
            """
        );

        Assert.Equal(["./api"], syntax.Imports.Select(import => import.Module));
        Assert.Equal(["api.get('/items')"], syntax.CallTexts());
        Assert.Equal(6, syntax.Calls[0].Span.StartLine);
    }

    [Fact]
    public void An_Astro_component_has_its_frontmatter_its_scripts_and_the_variables_in_its_markup()
    {
        var syntax = From(
            "src/pages/index.astro",
            """
            ---
            import Layout from '../Layout.astro';
            const posts = await load('posts');
            ---
            <Layout title={import.meta.env.SITE_TITLE}>{posts.map(show)}</Layout>
            <script type="application/ld+json">{"a": b('c')}</script>
            <script>track('x')</script>
            """
        );

        Assert.Equal(["../Layout.astro"], syntax.Imports.Select(import => import.Module));
        Assert.Equal(["load('posts')", "track('x')"], syntax.CallTexts());
    }

    [Theory]
    [InlineData("src/A.svelte", "<script>")]
    [InlineData("src/A.vue", "<script lang=\"ts\nlet a = 1")]
    [InlineData("src/a.astro", "---\nlet a = '")]
    [InlineData("src/a.astro", "--")]
    public void What_never_ends_is_read_to_the_end(string path, string text) => Assert.NotNull(From(path, text));

    [Theory]
    [InlineData("<script>")]
    [InlineData("<script a=\"")]
    [InlineData("<script-x")]
    public void However_often_something_begins_that_never_ends_the_text_keeps_its_length(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 100_000));

        Assert.Equal(text.Length, ComponentScript.Of("src/A.vue", text).Length);
    }

    private static CodeSyntax From(string path, string text) => CodeParser.Parse(new SourceFile(path, text), Language.TypeScript);
}
