namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>What goes wrong, and when. A test plans it; whatever is not planned goes well.</summary>
public sealed class GraphFaults
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];

    /// <summary>
    /// Asked for each request (method, path template) that has no fault planned: a fault for it, or null. For runs in which
    /// everything fails once.
    /// </summary>
    public Func<string, string, GraphFault?>? Weather { get; set; }

    /// <summary>Lets the nth matching request from now fail.</summary>
    /// <param name="method">HTTP.</param>
    /// <param name="template">The path as <see cref="GraphRequest.Template"/> has it.</param>
    /// <param name="nth">1 for the next.</param>
    /// <exception cref="ArgumentException">Graph has no such path here: the plan would never come about.</exception>
    public void Plan(string method, string template, GraphFault fault, int nth = 1)
    {
        if (!GraphRoutes.All.Any(route => route.Method == method && route.Template == template))
        {
            throw new ArgumentException($"There is no {method} {template}.", nameof(template));
        }

        lock (_gate)
        {
            _planned.Add(new(method, template, fault) { Left = nth });
        }
    }

    internal GraphFault? Next(string method, string template)
    {
        lock (_gate)
        {
            GraphFault? due = null;
            foreach (var plan in _planned.Where(plan => plan.Method == method && plan.Template == template).ToList())
            {
                if (--plan.Left == 0)
                {
                    due ??= plan.Fault;
                    _planned.Remove(plan);
                }
            }

            return due ?? Weather?.Invoke(method, template);
        }
    }

    private sealed record Planned(string Method, string Template, GraphFault Fault)
    {
        internal int Left { get; set; }
    }
}

/// <summary>What is answered instead of the truth.</summary>
/// <param name="Status">HTTP; 0 to cut the connection.</param>
/// <param name="Code">Graph's word for it.</param>
/// <param name="DoesIt">Whether the work is done all the same, as when only the answer is lost.</param>
/// <param name="RetryAfter">Seconds, in the header.</param>
public sealed record GraphFault(int Status, string Code, bool DoesIt = false, int? RetryAfter = null)
{
    /// <summary>Whether no answer comes until the caller gives up.</summary>
    public bool Hangs { get; init; }

    /// <summary>The work is done, and the answer never comes.</summary>
    public static GraphFault Hanging { get; } = new(0, "", DoesIt: true) { Hangs = true };

    /// <summary>Too many requests.</summary>
    public static GraphFault Throttled(int seconds = 7) => new(429, "TooManyRequests", RetryAfter: seconds);

    /// <summary>The service is busy.</summary>
    public static GraphFault Busy(int? seconds = null) => new(503, "serviceNotAvailable", RetryAfter: seconds);

    /// <summary>A gateway gave up waiting, after the work was done.</summary>
    public static GraphFault Lost { get; } = new(504, "timeout", DoesIt: true);

    /// <summary>A fault of the service, before anything was done.</summary>
    public static GraphFault Broken { get; } = new(500, "generalException");

    /// <summary>The connection is cut before anything was done.</summary>
    public static GraphFault Cut { get; } = new(0, "");

    /// <summary>The connection is cut after the work was done.</summary>
    public static GraphFault CutAfter { get; } = new(0, "", DoesIt: true);

    /// <summary>Made a moment ago, and not known yet where the request came to.</summary>
    public static GraphFault NotThereYet { get; } = new(404, "itemNotFound");

    /// <summary>Somebody else changes it at this moment.</summary>
    public static GraphFault Conflict { get; } = new(409, "editConflict");

    /// <summary>It has changed since it was read.</summary>
    public static GraphFault Changed { get; } = new(412, "resourceModified");

    /// <summary>Somebody has it open.</summary>
    public static GraphFault Locked { get; } = new(423, "resourceLocked");

    /// <summary>Every way the stand-in knows for a call to fail and to be all right the next time.</summary>
    public static IReadOnlyList<GraphFault> Passing { get; } =
    [Throttled(), Busy(), Lost, Broken, Cut, CutAfter, NotThereYet, Conflict, Changed, Locked];
}
