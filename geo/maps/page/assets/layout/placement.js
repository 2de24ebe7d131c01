// Gives each label a place, or none.
//
// Names of places on the coast are dearer on land than in the water, and dearest across the shore.
// Labels are set greedily by rank at their cheapest free position; then one that found none may push
// one neighbour to another of its positions (a step of the discrete gradient descent of Christensen,
// Marks and Shieber, "An empirical study of algorithms for point-feature label placement", ACM
// Transactions on Graphics 14, 1995). What still does not fit is dropped, never shrunk.

import { COST } from "../core/cartography.js";
import { boxesMeet, lineMeetsBox } from "../core/geometry.js";

/** @import { Box, Candidate, Label, Placed, ShareOf } from "../types/map" */
/** @import { Obstacles } from "./collisions.js" */

/** @typedef {{candidates: Candidate[], next: number, waiting: Candidate[], options: Candidate[]}} Queue */

// Labels do not come nearer to one another.
const APART_PX = 1;

/**
 * What the background adds to the cost of a position: labels on one background read best.
 * @param {ShareOf} view
 * @param {Label} label
 * @param {Box} box
 * @returns {number}
 */
export function backgroundCost(view, label, box) {
  const water = view.share(box, null);
  return label.coastal ? COST.on_land * (1 - water) : COST.mixed * water * (1 - water);
}

/** Sets labels one after another; `placed` are those that stand. */
export class Placer {
  /**
   * @param {Obstacles} obstacles
   * @param {ShareOf} view
   */
  constructor(obstacles, view) {
    this.obstacles = obstacles;
    this.view = view;
    /** @type {Placed[]} */
    this.placed = [];
    /** @type {Map<Label, Queue>} */
    this.queues = new Map();
  }

  /**
   * Set labels in this order; returns those that were placed so far, each with its position.
   * @param {Label[]} labels
   * @returns {Placed[]}
   */
  place(labels) {
    const left = labels.filter((label) => !this.settle(label));
    for (const label of left) this.push(label);
    return this.placed;
  }

  /**
   * The label's free positions, the cheapest first, each worked out only when it is asked for: what
   * the background adds is never less than nothing, so that one no dearer than all that are still
   * unseen, before their background is looked at, is next.
   * @param {Label} label
   * @returns {Generator<Candidate>}
   */
  *options(label) {
    let queue = this.queues.get(label);
    if (!queue) {
      const candidates = label.candidates.sort((a, b) => a.cost - b.cost);
      queue = { candidates, next: 0, waiting: [], options: [] };
      this.queues.set(label, queue);
    }
    for (let i = 0; ; i += 1) {
      if (i === queue.options.length && !this.advance(label, queue)) return;
      yield queue.options[i];
    }
  }

  /**
   * @param {Label} label
   * @param {Queue} queue
   * @returns {boolean}
   */
  advance(label, queue) {
    const { candidates, waiting } = queue;
    while (
      queue.next < candidates.length &&
      !(waiting.length && waiting[0].cost <= candidates[queue.next].cost)
    ) {
      const option = candidates[queue.next];
      queue.next += 1;
      if (this.obstacles.blocks(option.box, label.owner)) continue;
      if (this.obstacles.blocksLeader(option, label)) continue;
      const cost = option.cost + this.addedCost(label, option);
      let at = waiting.length;
      while (at > 0 && waiting[at - 1].cost > cost) at -= 1;
      waiting.splice(at, 0, { ...option, cost });
    }
    const cheapest = waiting.shift();
    if (!cheapest) return false;
    queue.options.push(cheapest);
    return true;
  }

  /**
   * A leader that crosses a route is a last resort.
   * @param {Label} label
   * @param {Candidate} option
   * @returns {number}
   */
  addedCost(label, option) {
    const crossed = this.obstacles.isCrossed(option) ? COST.leaderOverRoute : 0;
    return backgroundCost(this.view, label, option.box) + crossed;
  }

  /**
   * @param {Label} label
   * @param {(option: Candidate) => boolean} test
   * @returns {Candidate | null}
   */
  firstOption(label, test) {
    for (const option of this.options(label)) if (test(option)) return option;
    return null;
  }

  /**
   * Whether a position touches none of these labels, nor do their leaders.
   * @param {Pick<Candidate, "box" | "leader">} option
   * @param {Placed[]} [among] all that stand, where left out
   * @returns {boolean}
   */
  isFree(option, among = this.placed) {
    return among.every(({ option: other }) => {
      if (boxesMeet(option.box, other.box, APART_PX)) return false;
      return !leaderMeets(option.leader, other.box) && !leaderMeets(other.leader, option.box);
    });
  }

  /**
   * Set a label at its cheapest free position; false where there is none.
   * @param {Label} label
   * @returns {boolean}
   */
  settle(label) {
    const option = this.firstOption(label, (one) => this.isFree(one));
    if (!option) return false;
    this.placed.push({ label, option });
    return true;
  }

  /**
   * Set a label where one other stands, which finds another place.
   * @param {Label} label
   * @returns {boolean}
   */
  push(label) {
    for (const option of this.options(label)) {
      const clashing = this.placed.filter((other) => !this.isFree(option, [other]));
      if (clashing.length !== 1) continue;
      const others = this.placed.filter((other) => other !== clashing[0]);
      const mine = { label, option };
      const among = [...others, mine];
      const moved = this.firstOption(clashing[0].label, (one) => this.isFree(one, among));
      if (!moved) continue;
      this.placed = [...among, { label: clashing[0].label, option: moved }];
      return true;
    }
    return false;
  }
}

/**
 * @param {Candidate["leader"]} leader
 * @param {Box} box
 * @returns {boolean}
 */
function leaderMeets(leader, box) {
  return leader !== undefined && lineMeetsBox(leader[0], leader[1], box);
}
