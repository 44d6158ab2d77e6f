# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From three articles to a graph
#
# Reads the documents of `seeds/`, makes their graph in a temporary folder, and looks at it in four ways.
# Replace the folder by your own. / Lit les documents de `seeds/` ; remplacez le dossier par le vôtre.

# %%
import kg

graph = kg.build("../seeds")
graph.documents()

# %% [markdown]
# ## What happened, and when / Que s'est-il passé, et quand

# %%
graph.query("timeline")

# %% [markdown]
# ## Who is only accused, of what, in which words / Qui n'est que mis en cause

# %%
graph.query("accusations")

# %% [markdown]
# ## Whom the texts cite / Qui les textes citent

# %%
graph.query("sources").groupby("source").size().sort_values(ascending=False)

# %% [markdown]
# ## Every claim with its words / Chaque affirmation et ses mots

# %%
claims = graph.claims()
claims[["subject_label", "predicate", "object_label", "factuality", "sources", "quote"]].head(20)

# %% [markdown]
# ## The network / Le réseau

# %%
network = graph.networkx()
busiest = sorted(network.degree, key=lambda pair: (-pair[1], pair[0]))[:10]
{network.nodes[node]["label"]: degree for node, degree in busiest}

# %% [markdown]
# ## The picture / L'image

# %%
graph.view(height=600)
