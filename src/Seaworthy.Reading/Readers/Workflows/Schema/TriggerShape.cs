using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of <c>on</c>.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows".</remarks>
internal static class TriggerShape
{
    // Types are not listed one by one: GitHub adds new ones every few months, and an unknown type is no error of wiring.
    // GitHub takes filters that these events do not have, and ignores them (github.com/actions/runner/issues/1007).
    private static readonly Shape Types = OrNull(
        Keys(
            new("types", TextOrList),
            new("branches", TextOrList),
            new("branches-ignore", TextOrList),
            new("tags", TextOrList),
            new("tags-ignore", TextOrList),
            new("paths", TextOrList),
            new("paths-ignore", TextOrList)
        )
    );

    // An empty mapping is no more than nothing: `status: {}`.
    private static readonly Shape Bare = OrNull(Keys());

    private static readonly Shape Unfiltered = new Shape.Any();

    private static readonly Shape PullRequest = OrNull(
        Keys(
            new("types", TextOrList),
            new("branches", TextOrList),
            new("branches-ignore", TextOrList),
            new("paths", TextOrList),
            new("paths-ignore", TextOrList)
        )
    );

    private static readonly Shape Default = new Shape.Choice(Text, Flag, Number);

    // The deprecation message is documented, although the schema lacks it.
    private static readonly Shape Dispatch = OrNull(
        Keys([
            new(
                "inputs",
                OrNull(
                    Map(
                        OrNull(
                            Keys(
                                new("description", Text),
                                new("type", OneOf("string", "boolean", "number", "environment", "choice")),
                                new("required", Flag),
                                new("default", Default),
                                new("options", new Shape.Sequence(Text)),
                                new("deprecationMessage", Text)
                            )
                        )
                    )
                )
            ),
        ])
    );

    private static readonly Shape Call = OrNull(
        Keys(
            new(
                "inputs",
                OrNull(
                    Map(
                        Keys(
                            new("description", Text),
                            new("type!", OneOf("string", "boolean", "number")),
                            new("required", Flag),
                            new("default", Default with { Allows = ContextSets.Workflow }),
                            new("deprecationMessage", Text)
                        )
                    )
                )
            ),
            new("secrets", OrNull(Map(OrNull(Keys(new("description", Text), new("required", Flag)))))),
            new("outputs", OrNull(Map(Keys(new("description", Text), new("value!", Text with { Allows = ContextSets.CallOutput })))))
        )
    );

    private static readonly ShapeKey[] Events =
    [
        new("branch_protection_rule", Types),
        new("check_run", Types),
        new("check_suite", Types),
        new("create", Unfiltered),
        new("delete", Unfiltered),
        new("deployment", Bare),
        new("deployment_status", Bare),
        new("discussion", Types),
        new("discussion_comment", Types),
        new("fork", Bare),
        new("gollum", Bare),
        new("image_version", OrNull(Keys(new("types", TextOrList), new("names", TextOrList), new("versions", TextOrList)))),
        new("issue_comment", Types),
        new("issues", Types),
        new("label", Types),
        new("merge_group", Types),
        new("milestone", Types),
        new("page_build", Bare),
        new("project", Types),
        new("project_card", Types),
        new("project_column", Types),
        new("public", Bare),
        new("pull_request", PullRequest),
        new("pull_request_comment", Types),
        new("pull_request_review", Types),
        new("pull_request_review_comment", Types),
        new("pull_request_target", PullRequest),
        new(
            "push",
            OrNull(
                Keys(
                    new("branches", TextOrList),
                    new("branches-ignore", TextOrList),
                    new("tags", TextOrList),
                    new("tags-ignore", TextOrList),
                    new("paths", TextOrList),
                    new("paths-ignore", TextOrList)
                )
            )
        ),
        new("registry_package", Types),
        new("release", Types),
        new("repository_dispatch", Types),
        new("schedule", new Shape.Sequence(Keys(new("cron!", NonEmptyText), new("timezone", NonEmptyText)))),
        new("status", Bare),
        new("watch", Types),
        new("workflow_call", Call),
        new("workflow_dispatch", Dispatch),
        new(
            "workflow_run",
            OrNull(
                Keys(
                    new("types", TextOrList),
                    new("workflows", TextOrList),
                    new("branches", TextOrList),
                    new("branches-ignore", TextOrList)
                )
            )
        ),
    ];

    private static readonly Shape EventName = OneOf([.. Events.Select(entry => entry.Key)]);

    public static Shape Root { get; } = new Shape.Choice(EventName, new Shape.Sequence(EventName), Keys(Events));
}
